-- One row per client, month, span (month; trailing: the trailing_months ending with it) and promise kind in which a promised ticket was left out by both sides.
-- Counts, ratio, interval, target and reading of the promised tickets that stay, columns as in marts.attainment; excluded_*: of those left out.
-- Each count and its excluded_ twin together are that of marts.attainment (marts.attainment_trailing), all priorities. DECISIONS.md, "The memory of the meeting".
with spans as (
  select m.provider, m.client, m.month, 'month' as span, e.* exclude (provider, client, month)
  from intermediate.months as m
  join intermediate.exclusion_counts as e using (provider, client, month)
  union all
  select m.provider, m.client, m.month, 'trailing', e.* exclude (provider, client, month)
  from intermediate.months as m
  cross join reference.settings as s
  join intermediate.exclusion_counts as e
    on e.provider = m.provider and e.client = m.client and e.month between m.month - to_months(s.trailing_months - 1) and m.month
),
summed as (
  select provider, client, month, span, promise_kind,
    coalesce(sum(promised_count) filter (not is_excluded), 0)::bigint as promised_count,
    coalesce(sum(met_count) filter (not is_excluded), 0)::bigint as met_count,
    coalesce(sum(breached_count) filter (not is_excluded), 0)::bigint as breached_count,
    coalesce(sum(running_count) filter (not is_excluded), 0)::bigint as running_count,
    coalesce(sum(unknown_count) filter (not is_excluded), 0)::bigint as unknown_count,
    coalesce(sum(target_count) filter (not is_excluded), 0)::bigint as target_count, sum(target_total) filter (not is_excluded) as target_total,
    min(target_low) filter (not is_excluded) as target_low, max(target_high) filter (not is_excluded) as target_high,
    sum(promised_count) filter (is_excluded)::bigint as excluded_count,
    sum(met_count) filter (is_excluded)::bigint as excluded_met_count,
    sum(breached_count) filter (is_excluded)::bigint as excluded_breached_count,
    sum(running_count) filter (is_excluded)::bigint as excluded_running_count,
    sum(unknown_count) filter (is_excluded)::bigint as excluded_unknown_count
  from spans
  group by all
  having bool_or(is_excluded)
)
select e.provider, e.client, e.month, e.span, e.promise_kind, e.promised_count, e.met_count, e.breached_count, e.running_count, e.unknown_count,
  e.excluded_count, e.excluded_met_count, e.excluded_breached_count, e.excluded_running_count, e.excluded_unknown_count,
  met_count / nullif(met_count + breached_count, 0)::double as attained_ratio,
  computed.wilson_low(met_count, met_count + breached_count) as wilson_low,
  computed.wilson_high(met_count, met_count + breached_count) as wilson_high,
  computed.target_of(promised_count, target_count, target_total, target_low, target_high) as target_ratio,
  case when l.is_survivors_only and computed.target_reading(met_count, met_count + breached_count, target_ratio, c.minimum_n) in ('met', 'not_distinguishable') then 'upper_bound'
    else computed.target_reading(met_count, met_count + breached_count, target_ratio, c.minimum_n) end as reading
from summed as e
cross join reference.settings as c
join intermediate.client_selections as l using (provider, client)
