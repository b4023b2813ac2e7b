-- One row per client, month, promise kind (response, resolve) and priority that is expected or promised, over the trailing_months ending with that month.
-- expected: as the client states it, on the client clock; promised: as the contract says, on the contract clock (the rows valid at the month's end).
-- parting: where expected and promised part before anything is delivered: not_promised, not_expected, promise_is_slower (a longer time, or business days), promise_is_in_working_hours (as short, but counted only while the provider is open).
-- kept_seconds, kept_contract_seconds: the promise that keepable_ratio of the tickets would have kept, on either clock; null: none would, some were never answered.
-- median_seconds, p90_seconds: delivered, Kaplan-Meier, on the client clock; *_contract_seconds the same on the contract clock. within_*_ratio: share of decided tickets within it, 0..1; decided is
-- met or breached as in DECISIONS.md, "Outcome" (a ticket not yet due, or closed in time with no recorded answer, is not).
with asked as (
  select m.provider, m.client, m.month, k.promise_kind, p.priority, m.zone, (m.month + interval 1 month - interval 1 day)::date as last_date
  from intermediate.months as m
  cross join (select unnest(['response', 'resolve']) as promise_kind) as k
  cross join (select unnest([1, 2, 3, 4, 5])::smallint as priority) as p
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
delivered as (
  select a.provider, a.client, a.month, a.promise_kind, a.priority,
    count(*) as ticket_count,
    count(*) filter (d.is_done and d.client_seconds <= e.seconds) as within_expected_count,
    count(*) filter (e.seconds is not null and (d.is_done or t.created_at + to_seconds(e.seconds) < t.ended_at
      or not t.is_ended and d.client_seconds >= e.seconds)) as decided_count,
    within_expected_count / nullif(decided_count, 0)::double as within_expected_ratio
  from asked as a
  cross join reference.settings as s
  join intermediate.tickets as t
    on t.client = a.client and t.provider = a.provider and t.priority = a.priority and t.is_counted
    and t.month between a.month - to_months(s.trailing_months - 1) and a.month
  join intermediate.durations as d on d.ticket_key = t.ticket_key and d.measure = a.promise_kind and d.client_seconds is not null
  left join expected as e on e.client = a.client and e.month = a.month and e.promise_kind = a.promise_kind and e.priority = a.priority
  group by all
)
select a.provider, a.client, a.month, a.promise_kind, a.priority,
  e.expectation as expected, e.seconds as expected_seconds, p.promise as promised, p.seconds as promised_seconds,
  coalesce(d.ticket_count, 0) as ticket_count, v.median_seconds, v.p90_seconds,
  c.median_seconds as median_contract_seconds, c.p90_seconds as p90_contract_seconds, d.within_expected_ratio,
  v.kept_seconds, c.kept_seconds as kept_contract_seconds, p.clock as promised_clock, p.calendar as promised_calendar, p.target_ratio as promised_ratio,
  d.decided_count as expected_decided_count, computed.wilson_low(d.within_expected_count, d.decided_count) as within_expected_low, computed.wilson_high(d.within_expected_count, d.decided_count) as within_expected_high,
  case
    when e.expectation is not null and p.promise is null then 'not_promised'
    when e.expectation is null and p.promise is not null then 'not_expected'
    when e.seconds < p.seconds or e.seconds is not null and p.seconds is null then 'promise_is_slower'
    when p.clock = 'contract' and p.seconds is not null then 'promise_is_in_working_hours'
  end as parting,
  g.attained_ratio as within_promised_ratio
from asked as a
left join expected as e on e.client = a.client and e.month = a.month and e.promise_kind = a.promise_kind and e.priority = a.priority
left join promised as p on p.client = a.client and p.month = a.month and p.promise_kind = a.promise_kind and p.priority = a.priority
left join delivered as d on d.client = a.client and d.provider = a.provider and d.month = a.month and d.promise_kind = a.promise_kind and d.priority = a.priority
cross join reference.settings as s
left join computed.survival as v
  on v.client = a.client and v.provider = a.provider and v.month = a.month and v.measure = a.promise_kind and v.priority = a.priority
  and v.window_months = s.trailing_months and v.clock = 'client'
left join computed.survival as c
  on c.client = a.client and c.provider = a.provider and c.month = a.month and c.measure = a.promise_kind and c.priority = a.priority
  and c.window_months = s.trailing_months and c.clock = 'contract'
left join marts.attainment_trailing as g
  on g.client = a.client and g.provider = a.provider and g.month = a.month and g.promise_kind = a.promise_kind and g.priority = a.priority
where e.expectation is not null or p.promise is not null
