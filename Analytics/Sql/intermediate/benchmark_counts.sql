-- One row per client, month (the trailing_months newest of its provider's data) and measure: what the trailing_months ending with it give. Stored as a table.
-- measure: response_attainment, resolve_attainment (kept of decided promises), chased (tickets with a chaser), repeat (failures back within 30 days): hit_count of n.
-- is_comparable: false where the first responses mean several things or something unknown, or the files hold only tickets that ended.
with newest as (select provider, max(month) as last_month from intermediate.months group by provider),
months as (
  select m.provider, m.client, m.month, b.response_semantics, b.response_semantics not in ('mixed', 'unknown') and not b.is_survivors_only as is_comparable
  from intermediate.months as m
  join newest as n on n.provider = m.provider
  cross join reference.settings as s
  join intermediate.benchmark_semantics as b on b.provider = m.provider and b.client = m.client
  where m.month > n.last_month - to_months(s.trailing_months)
),
counts as (
  select provider, client, month, promise_kind || '_attainment' as measure, met_count as hit_count, met_count + breached_count as n
  from intermediate.attainment_trailing_counts
  where is_all_priorities and promise_kind in ('response', 'resolve')
  union all
  select provider, client, month, 'chased', count(*) filter (chaser_count >= 1), count(*)
  from intermediate.chaser_spans
  where span = 'trailing'
  group by provider, client, month
  union all
  select provider, client, month, 'repeat', trailing_repeat_30d_count, trailing_episode_count
  from intermediate.repeat_counts
)
select m.provider, m.client, m.month, m.response_semantics, m.is_comparable, c.measure, c.hit_count::bigint as hit_count, c.n::bigint as n
from months as m
join counts as c on c.provider = m.provider and c.client = m.client and c.month = m.month
where c.n > 0
