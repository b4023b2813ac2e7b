-- One row per client, month and series (response_attainment, resolve_attainment, tickets, incidents, requests, backlog, response_median): what the month adds to the chart.
-- value: a ratio 0..1, a count, or seconds on the client clock (of minimum_n tickets or more); null where the month has none. n: the tickets behind a ratio or a median, hit_count: those of them that met the promise.
-- is_charted: false where the value cannot be set beside other months: in files that hold only tickets that ended, and of tickets opened in a month the data do not cover to its last day. DECISIONS.md, "Trend".
with ends as (
  select provider, client, max(cutoff_at) as cutoff_at
  from intermediate.tickets
  where client is not null and exclusion is distinct from 'client_side'
  group by provider, client
),
months as (
  select m.provider, m.client, m.month, not l.is_survivors_only as is_charted,
    not l.is_survivors_only and timezone(m.zone, timezone('UTC', e.cutoff_at))::date >= last_day(m.month) as is_whole
  from intermediate.months as m
  join ends as e using (provider, client)
  join intermediate.client_selections as l using (provider, client)
),
attainment as (
  select m.provider, m.client, m.month, k.promise_kind || '_attainment' as series,
    a.met_count / nullif(a.met_count + a.breached_count, 0)::double as value, a.met_count as hit_count, a.met_count + a.breached_count as n, m.is_charted
  from months as m
  cross join (select unnest(['response', 'resolve']) as promise_kind) as k
  left join intermediate.attainment_counts as a
    on a.provider = m.provider and a.client = m.client and a.month = m.month and a.promise_kind = k.promise_kind and a.is_all_priorities
),
flows as (
  select m.provider, m.client, m.month, m.is_charted, m.is_whole, f.ticket_count, f.incident_count, f.request_count, f.backlog_count
  from months as m
  join intermediate.client_flows as f using (provider, client, month)
)
from attainment
union all
select provider, client, month, 'tickets', ticket_count, null, null, is_whole from flows
union all
select provider, client, month, 'incidents', incident_count, null, null, is_whole from flows
union all
select provider, client, month, 'requests', request_count, null, null, is_whole from flows
union all
select provider, client, month, 'backlog', backlog_count, null, null, is_charted from flows
union all
select m.provider, m.client, m.month, 'response_median', v.median_seconds, null, v.ticket_count, m.is_charted
from months as m
cross join reference.settings as s
left join computed.survival as v
  on v.ticket_count >= s.minimum_n and v.provider = m.provider and v.client = m.client and v.month = m.month and v.measure = 'response' and v.clock = 'client' and v.window_months = 1 and v.dimension is null
