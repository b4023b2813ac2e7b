-- One row per client and month of intermediate.months: tickets opened, ended, waiting. Stored as a table.
-- response_*_seconds_total: over the answered tickets; the contract's is null where one of them has no contract clock, so that both sums are over the same tickets.
-- incident_count, request_count, other_count: null where no ticket of the client says what kind it is. backlog_count: counted tickets created before the month's end and not ended by it (those ended at an unknown time, or before they were created, are taken as ended when created); null where the files hold only tickets that ended.
with opened as (
  select client, provider, month,
    count(*) as ticket_count,
    count(*) filter (kind in ('incident', 'problem')) as incident_count,
    count(*) filter (kind in ('request', 'change')) as request_count,
    count(*) filter (kind is null) as other_count,
    count(*) filter (is_answerable and not is_ended and responded_at is null) as unanswered_count,
    count(*) filter (is_answerable and is_ended and not is_typed_after and responded_at is null) as closed_without_answer_count
  from intermediate.tickets where client is not null and is_counted
  group by all
),
ended as (
  select client, provider, ended_month as month, count(*) as ended_count
  from intermediate.tickets where client is not null and is_counted and is_ended
  group by all
),
kinds as (
  select client, provider, count(kind) > 0 as has_kind
  from intermediate.tickets where client is not null and exclusion is distinct from 'client_side'
  group by all
),
answered as (
  select t.client, t.provider, t.month,
    count(*) filter (d.is_done) as answered_count,
    sum(d.client_seconds) filter (d.is_done) as response_client_seconds_total,
    case when count(d.contract_seconds) filter (d.is_done) = count(*) filter (d.is_done)
      then sum(d.contract_seconds) filter (d.is_done) end as response_contract_seconds_total
  from intermediate.durations as d
  join intermediate.tickets as t using (ticket_key)
  where d.measure = 'response' and t.client is not null and t.is_counted
  group by all
)
select m.provider, m.client, m.zone, m.month,
  coalesce(o.ticket_count, 0) as ticket_count,
  case when k.has_kind then coalesce(o.incident_count, 0) end as incident_count,
  case when k.has_kind then coalesce(o.request_count, 0) end as request_count,
  case when k.has_kind then coalesce(o.other_count, 0) end as other_count,
  coalesce(e.ended_count, 0) as resolved_count,
  case when not l.is_survivors_only then sum(coalesce(o.ticket_count, 0) - coalesce(e.ended_count, 0)) over (partition by m.provider, m.client order by m.month) end::bigint as backlog_count,
  coalesce(o.unanswered_count, 0) as unanswered_count, coalesce(o.closed_without_answer_count, 0) as closed_without_answer_count,
  sum(coalesce(o.ticket_count, 0)) over (
    partition by m.provider, m.client order by m.month range between to_months(s.trailing_months - 1) preceding and current row)::bigint as trailing_ticket_count,
  count(*) over (
    partition by m.provider, m.client order by m.month range between to_months(s.trailing_months - 1) preceding and current row) as trailing_month_count,
  a.answered_count, a.response_client_seconds_total::bigint as response_client_seconds_total, a.response_contract_seconds_total::bigint as response_contract_seconds_total
from intermediate.months as m
cross join reference.settings as s
join intermediate.client_selections as l on l.client = m.client and l.provider = m.provider
join kinds as k on k.client = m.client and k.provider = m.provider
left join opened as o on o.client = m.client and o.provider = m.provider and o.month = m.month
left join ended as e on e.client = m.client and e.provider = m.provider and e.month = m.month
left join answered as a on a.client = m.client and a.provider = m.provider and a.month = m.month
