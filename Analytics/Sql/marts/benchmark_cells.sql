-- One row per provider, month, response_semantics, measure and kind of client: what may leave the house, without a name. DECISIONS.md, "Benchmark".
-- size_band (users: micro, small, medium_or_larger, unknown) and intensity_class (very_low, normal, high, unknown); both null: all clients of that meaning together.
-- n tickets (failures for repeat) of client_count clients; numerator: the hits, null for response_median. p25, p50, p75: quantiles of the clients' own ratios (seconds for response_median).
-- is_published: the cell has exchange_clients clients and exchange_n tickets or more, none of them with more than exchange_share_ratio of n, and what is left of all without the cells published is nobody or as many.
with clients as (
  select b.provider, b.month, b.response_semantics, b.measure, b.n, b.hit_count, coalesce(b.ratio, b.median_seconds::double) as value,
    case when z.users < s.size_micro_users then 'micro' when z.users < s.size_small_users then 'small' when z.users is not null then 'medium_or_larger' else 'unknown' end as size_band,
    coalesce(i.intensity_class, 'unknown') as intensity_class
  from marts.benchmark_clients as b
  cross join reference.settings as s
  left join intermediate.client_sizes as z on z.provider = b.provider and z.client = b.client and z.month = b.month
  left join marts.intensity as i on i.provider = b.provider and i.client = b.client and i.month = b.month
  where b.is_comparable
),
cells as (
  select provider, month, response_semantics, measure, size_band, intensity_class, grouping(size_band) = 1 as is_all,
    count(*)::integer as client_count, sum(n)::bigint as n, case when measure <> 'response_median' then sum(hit_count) end::bigint as numerator,
    quantile_cont(value, 0.25) as p25, quantile_cont(value, 0.5) as p50, quantile_cont(value, 0.75) as p75, max(n) / sum(n)::double as largest_ratio
  from clients
  where value is not null
  group by grouping sets ((provider, month, response_semantics, measure), (provider, month, response_semantics, measure, size_band, intensity_class))
),
enough as (
  select c.*, c.client_count >= s.exchange_clients and c.n >= s.exchange_n and c.largest_ratio <= s.exchange_share_ratio as is_enough
  from cells as c
  cross join reference.settings as s
),
rest as (
  select e.provider, e.month, e.response_semantics, e.measure,
    sum(e.client_count) filter (e.is_all) - coalesce(sum(e.client_count) filter (not e.is_all and e.is_enough), 0) as rest_count,
    sum(e.n) filter (e.is_all) - coalesce(sum(e.n) filter (not e.is_all and e.is_enough), 0) as rest_n
  from enough as e
  group by e.provider, e.month, e.response_semantics, e.measure
)
select e.provider, e.month, e.response_semantics, e.measure, e.size_band, e.intensity_class, e.client_count, e.n, e.numerator, e.p25, e.p50, e.p75,
  e.is_enough and (e.is_all or r.rest_count = 0 or r.rest_count >= s.exchange_clients and r.rest_n >= s.exchange_n) as is_published
from enough as e
join rest as r using (provider, month, response_semantics, measure)
cross join reference.settings as s
