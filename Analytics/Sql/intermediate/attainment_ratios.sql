-- One row per client, month, window (is_trailing: the trailing_months ending with the month, else the month alone), promise kind and priority
-- (null: all priorities together): the counts with the ratio, its interval, its bounds and its reading. Columns as in marts.attainment.
-- is_upper_bound: a share that reaches its target proves nothing, its reading is upper_bound.
with counts as (
  select false as is_trailing, * from intermediate.attainment_counts
  union all by name
  select true as is_trailing, * from intermediate.attainment_trailing_counts
),
ratios as (
  select
    is_trailing,
    provider, client, month, promise_kind, priority,
    promised_count, met_count, breached_count, running_count, unknown_count, not_promised_count,
    met_count / nullif(met_count + breached_count, 0)::double as attained_ratio,
    computed.wilson_low(met_count, met_count + breached_count) as wilson_low,
    computed.wilson_high(met_count, met_count + breached_count) as wilson_high,
    met_count / nullif(promised_count, 0)::double as bound_low,
    (promised_count - breached_count) / nullif(promised_count, 0)::double as bound_high,
    computed.target_of(promised_count, target_count, target_total, target_low, target_high) as target_ratio,
    computed.target_reading(met_count, met_count + breached_count, target_ratio, s.minimum_n) as reading
  from counts
  cross join reference.settings as s
  where is_all_priorities or priority is not null
)
select r.* replace (case when l.is_survivors_only and r.reading in ('met', 'not_distinguishable') then 'upper_bound' else r.reading end as reading),
  l.is_survivors_only as is_upper_bound
from ratios as r
join intermediate.client_selections as l using (provider, client)
