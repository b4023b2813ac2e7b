-- One row per client, month, promise kind (response, resolve, start) and priority (null: all priorities together).
-- attained_ratio = met / (met + breached), 0..1, null where nothing is decided; Wilson 95 % interval beside it.
-- reading: what the interval says about target_ratio: met, missed, not_distinguishable, too_few, no_target, not_measurable.
-- target_ratio: the promises' own, or their mean over the promised tickets where they differ; null where one has none.
-- bound_low, bound_high: the ratio if every running and unknown ticket were breached, or met. See DECISIONS.md, "Outcome".
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
from intermediate.attainment_counts
cross join reference.settings as s
where is_all_priorities or priority is not null
