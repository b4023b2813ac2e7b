-- One row per client, month, promise kind and priority (null: all together): the counts of the trailing_months ending with that month.
select
  m.provider, m.client, m.month, a.promise_kind, a.priority, a.is_all_priorities,
  sum(promised_count)::bigint as promised_count, sum(met_count)::bigint as met_count, sum(breached_count)::bigint as breached_count,
  sum(running_count)::bigint as running_count, sum(unknown_count)::bigint as unknown_count, sum(not_promised_count)::bigint as not_promised_count,
  sum(target_count)::bigint as target_count, sum(target_total) as target_total, min(target_low) as target_low, max(target_high) as target_high
from intermediate.months as m
cross join reference.settings as s
join intermediate.attainment_counts as a
  on a.client = m.client and a.provider = m.provider and a.month between m.month - to_months(s.trailing_months - 1) and m.month
group by all
