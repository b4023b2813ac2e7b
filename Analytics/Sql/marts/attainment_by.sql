-- One row per client, month, span (month; trailing: the trailing_months ending with it), promise kind (response, resolve), clock, dimension and value of it.
-- dimension: priority, kind, team, agent, channel, category, hour (of creation, 0 to 23, in the client's zone); value null: not stated.
-- clock: contract, as promised; client, had the promised hours been counted round the clock (business days have none). Ratios, bounds and reading as in marts.attainment.
with spans as (
  select m.provider, m.client, m.month, 'month' as span, c.* exclude (provider, client, month)
  from intermediate.months as m
  join intermediate.attainment_dimension_counts as c using (provider, client, month)
  union all
  select m.provider, m.client, m.month, 'trailing', c.* exclude (provider, client, month)
  from intermediate.months as m
  cross join reference.settings as s
  join intermediate.attainment_dimension_counts as c
    on c.provider = m.provider and c.client = m.client and c.month between m.month - to_months(s.trailing_months - 1) and m.month
),
summed as (
  select provider, client, month, span, promise_kind, 'contract' as clock, dimension, value, sum(promised_count)::bigint as promised_count, sum(met_count)::bigint as met_count,
    sum(breached_count)::bigint as breached_count, sum(running_count)::bigint as running_count, sum(unknown_count)::bigint as unknown_count,
    sum(target_count) as target_count, sum(target_total) as target_total, min(target_low) as target_low, max(target_high) as target_high
  from spans
  group by all
  union all
  select provider, client, month, span, promise_kind, 'client', dimension, value, sum(client_count)::bigint, sum(client_met_count)::bigint,
    sum(client_breached_count)::bigint, sum(client_running_count)::bigint, sum(client_unknown_count)::bigint, 0, null, null, null
  from spans
  group by all
  having sum(client_count) > 0
)
select r.provider, r.client, r.month, r.span, r.promise_kind, r.clock, r.dimension, r.value, r.promised_count, r.met_count, r.breached_count, r.running_count, r.unknown_count,
  met_count / nullif(met_count + breached_count, 0)::double as attained_ratio,
  computed.wilson_low(met_count, met_count + breached_count) as wilson_low,
  computed.wilson_high(met_count, met_count + breached_count) as wilson_high,
  met_count / nullif(promised_count, 0)::double as bound_low,
  (promised_count - breached_count) / nullif(promised_count, 0)::double as bound_high,
  computed.target_of(promised_count, target_count, target_total, target_low, target_high) as target_ratio,
  case when l.is_survivors_only and computed.target_reading(met_count, met_count + breached_count, target_ratio, c.minimum_n) in ('met', 'not_distinguishable') then 'upper_bound'
    else computed.target_reading(met_count, met_count + breached_count, target_ratio, c.minimum_n) end as reading
from summed as r
cross join reference.settings as c
join intermediate.client_selections as l using (provider, client)
