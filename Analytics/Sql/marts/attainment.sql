-- One row per client, month, promise kind (response, resolve, start) and priority (null: all priorities together).
-- attained_ratio = met / (met + breached), 0..1, null where nothing is decided; Wilson 95 % interval beside it.
-- reading: what the interval says about target_ratio: met, missed, not_distinguishable, too_few, no_target, not_measurable, upper_bound.
-- target_ratio: the promises' own, or their mean over the promised tickets where they differ; null where one has none.
-- is_upper_bound: the files hold only tickets that ended, so the true share is this or less, and is never read as met.
-- bound_low, bound_high: the ratio if every running and unknown ticket were breached, or met. See DECISIONS.md, "Outcome".
select * exclude (is_trailing)
from intermediate.attainment_ratios
where not is_trailing
