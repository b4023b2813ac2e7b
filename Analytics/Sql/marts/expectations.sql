-- One row per client, month, promise kind (response, resolve) and priority that is expected or promised, over the trailing_months ending with that month. Where the client has such a row, also one Stored as a table.
-- per other priority its tickets have, and one (priority null) of its tickets of none: ticket_count over them is all its tickets that can be measured.
-- expected: as the client states it, on the client clock; promised: as the contract says, on the contract clock (the rows valid at the month's end).
-- parting: where expected and promised part before anything is delivered: not_promised, not_expected, promise_is_slower (a longer time, or business days), promise_is_in_working_hours (as short, but counted only while the provider is open).
-- delivered_parting: where what was delivered parts from both: slower_than_promised, slower_than_expected, slower_than_both; null: neither is shown. DECISIONS.md, "Expected, promised, delivered".
-- kept_seconds, kept_contract_seconds: the promise that keepable_ratio of the tickets would have kept, on either clock; null: none would, some were never answered.
-- median_seconds, p90_seconds: delivered, Kaplan-Meier, on the client clock; *_open_seconds the same while the client's own office was open (null: its hours are not known), *_contract_seconds on the contract clock.
-- within_*_ratio: share of decided tickets within it, 0..1; decided is met or breached as in DECISIONS.md, "Outcome" (a ticket not yet due, or closed in time with no recorded answer, is not).
-- closed_unanswered_count: of ticket_count, closed with no recorded answer.
with asked as (
  select m.provider, m.client, m.month, k.promise_kind, p.priority, (m.month + interval 1 month - interval 1 day)::date as last_date
  from intermediate.months as m
  cross join (select unnest(['response', 'resolve']) as promise_kind) as k
  cross join (select unnest([null, 1, 2, 3, 4, 5])::smallint as priority) as p
),
expected as (
  select a.client, a.month, a.promise_kind, a.priority, e.expectation, e.seconds
  from asked as a
  join reference.expectations as e
    on e.client = a.client and e.promise_kind = a.promise_kind and (e.priority is null or e.priority = a.priority)
    and a.last_date between e.valid_from and e.valid_to
  qualify row_number() over (partition by a.client, a.month, a.promise_kind, a.priority order by e.priority nulls last, e.valid_from desc) = 1
),
promised as (
  select a.client, a.month, a.promise_kind, a.priority, p.promise, p.seconds, p.clock, p.calendar, p.target_ratio
  from asked as a
  join reference.promises as p
    on p.client = a.client and p.promise_kind = a.promise_kind and (p.priority is null or p.priority = a.priority)
    and a.last_date between p.valid_from and p.valid_to
  qualify row_number() over (partition by a.client, a.month, a.promise_kind, a.priority order by p.priority nulls last, p.valid_from desc) = 1
),
measured as (
  select t.provider, t.client, t.month, d.measure as promise_kind, t.priority, e.seconds,
    count(*) as ticket_count,
    count(*) filter (d.is_done and d.client_seconds <= e.seconds) as within_expected_count,
    count(*) filter (e.seconds is not null and (d.is_done or t.created_at + to_seconds(e.seconds) < t.ended_at
      or not t.is_ended and d.client_seconds >= e.seconds)) as decided_count,
    count(*) filter (d.measure = 'response' and not d.is_done and t.is_ended) as closed_unanswered_count
  from intermediate.tickets as t
  join intermediate.durations as d on d.ticket_key = t.ticket_key and d.client_seconds is not null
  join (select client, promise_kind, priority, seconds from expected union select client, promise_kind, priority, null from asked) as e
    on e.client = t.client and e.promise_kind = d.measure and e.priority is not distinct from t.priority
  where t.is_counted
  group by all
),
delivered as (
  select a.provider, a.client, a.month, a.promise_kind, a.priority, sum(d.ticket_count)::bigint as ticket_count,
    sum(d.within_expected_count)::bigint as within_expected_count, sum(d.decided_count)::bigint as decided_count,
    sum(d.within_expected_count) / nullif(sum(d.decided_count), 0)::double as within_expected_ratio, sum(d.closed_unanswered_count)::bigint as closed_unanswered_count
  from asked as a
  cross join reference.settings as s
  left join expected as e on e.client = a.client and e.month = a.month and e.promise_kind = a.promise_kind and e.priority is not distinct from a.priority
  join measured as d
    on d.provider = a.provider and d.client = a.client and d.promise_kind = a.promise_kind and d.priority is not distinct from a.priority
    and d.seconds is not distinct from e.seconds and d.month between a.month - to_months(s.trailing_months - 1) and a.month
  group by all
),
outcomes as (
  select provider, client, month, promise_kind, priority, met_count, met_count + breached_count as decided_count
  from intermediate.attainment_trailing_counts
  where not is_all_priorities
),
waits as (
  select v.provider, v.client, v.month, v.measure as promise_kind, nullif(v.value_number, 0) as priority,
    max(v.median_seconds) filter (v.clock = 'client') as median_seconds, max(v.p90_seconds) filter (v.clock = 'client') as p90_seconds, max(v.kept_seconds) filter (v.clock = 'client') as kept_seconds,
    max(v.median_seconds) filter (v.clock = 'client_open') as median_open_seconds, max(v.p90_seconds) filter (v.clock = 'client_open') as p90_open_seconds,
    max(v.kept_seconds) filter (v.clock = 'client_open') as kept_open_seconds,
    max(v.median_seconds) filter (v.clock = 'contract') as median_contract_seconds, max(v.p90_seconds) filter (v.clock = 'contract') as p90_contract_seconds,
    max(v.kept_seconds) filter (v.clock = 'contract') as kept_contract_seconds
  from computed.survival as v
  join reference.settings as s on v.window_months = s.trailing_months
  where v.dimension = 'priority'
  group by all
),
judged as (
  select a.*, e.expectation, e.seconds as expected_seconds, p.promise, p.seconds as promised_seconds, p.clock as promised_clock, p.calendar as promised_calendar, p.target_ratio,
    d.ticket_count, d.within_expected_count, d.within_expected_ratio, d.decided_count, d.closed_unanswered_count,
    o.met_count / nullif(o.decided_count, 0)::double as within_promised_ratio,
    computed.target_reading(d.within_expected_count, d.decided_count, s.keepable_ratio, s.minimum_n) = 'missed' as is_slower_than_expected,
    p.promise is not null and computed.target_reading(o.met_count, o.decided_count, coalesce(p.target_ratio, s.keepable_ratio), s.minimum_n) = 'missed' as is_slower_than_promised,
    bool_or(e.expectation is not null or p.promise is not null) over (partition by a.provider, a.client, a.month, a.promise_kind) as is_judged
  from asked as a
  cross join reference.settings as s
  left join expected as e on e.client = a.client and e.month = a.month and e.promise_kind = a.promise_kind and e.priority is not distinct from a.priority
  left join promised as p on p.client = a.client and p.month = a.month and p.promise_kind = a.promise_kind and p.priority is not distinct from a.priority
  left join delivered as d
    on d.client = a.client and d.provider = a.provider and d.month = a.month and d.promise_kind = a.promise_kind and d.priority is not distinct from a.priority
  left join outcomes as o
    on o.client = a.client and o.provider = a.provider and o.month = a.month and o.promise_kind = a.promise_kind and o.priority is not distinct from a.priority
)
select j.provider, j.client, j.month, j.promise_kind, j.priority,
  j.expectation as expected, j.expected_seconds, j.promise as promised, j.promised_seconds,
  coalesce(j.ticket_count, 0) as ticket_count, w.median_seconds, w.p90_seconds,
  w.median_open_seconds, w.p90_open_seconds, w.median_contract_seconds, w.p90_contract_seconds, j.within_expected_ratio,
  w.kept_seconds, w.kept_open_seconds, w.kept_contract_seconds, j.promised_clock, j.promised_calendar, j.target_ratio as promised_ratio,
  j.decided_count as expected_decided_count, computed.wilson_low(j.within_expected_count, j.decided_count) as within_expected_low,
  computed.wilson_high(j.within_expected_count, j.decided_count) as within_expected_high,
  case
    when j.expectation is not null and j.promise is null then 'not_promised'
    when j.expectation is null and j.promise is not null then 'not_expected'
    when j.expected_seconds < j.promised_seconds or j.expected_seconds is not null and j.promised_seconds is null then 'promise_is_slower'
    when j.promised_clock = 'contract' and j.promised_seconds is not null then 'promise_is_in_working_hours'
  end as parting,
  case
    when j.is_slower_than_expected and j.is_slower_than_promised then 'slower_than_both'
    when j.is_slower_than_promised then 'slower_than_promised'
    when j.is_slower_than_expected then 'slower_than_expected'
  end as delivered_parting,
  j.within_promised_ratio, coalesce(j.closed_unanswered_count, 0) as closed_unanswered_count
from judged as j
left join waits as w
  on w.client = j.client and w.provider = j.provider and w.month = j.month and w.promise_kind = j.promise_kind and w.priority is not distinct from j.priority
where j.is_judged and (j.ticket_count > 0 or j.priority is not null and (j.expectation is not null or j.promise is not null))
