-- One row per client, month, promise kind and priority (null: all together), over the trailing_months ending with that month.
-- Columns as in marts.attainment.
select
  provider, client, month, promise_kind, priority,
  promised_count, met_count, breached_count, running_count, unknown_count, not_promised_count,
  met_count / nullif(met_count + breached_count, 0)::double as attained_ratio,
  computed.wilson_low(met_count, met_count + breached_count) as wilson_low,
  computed.wilson_high(met_count, met_count + breached_count) as wilson_high,
  met_count / nullif(promised_count, 0)::double as bound_low,
  (promised_count - breached_count) / nullif(promised_count, 0)::double as bound_high,
  computed.target_of(promised_count, target_count, target_total, target_low, target_high) as target_ratio,
  computed.target_reading(met_count, met_count + breached_count, target_ratio, s.minimum_n) as reading
from intermediate.attainment_trailing_counts
cross join reference.settings as s
where is_all_priorities or priority is not null
