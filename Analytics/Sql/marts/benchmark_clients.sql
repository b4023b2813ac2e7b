-- One row per provider, month (the twelve newest), client and measure with anything to count, over the trailing_months ending with the month. DECISIONS.md, "Benchmark".
-- measure: response_attainment, resolve_attainment, chased, repeat (ratio = hit_count / n, 0..1); response_median (median_seconds on the client clock with its 95 % interval, n tickets; no ratio).
-- response_semantics: what a first response is; clients of another meaning are in another funnel. client_count: in this one; null, as all limits: no funnel (fewer than benchmark_clients, or not comparable).
-- average_ratio: of the funnel's clients together. lower_*, upper_*: between them a client of that n is no different from the others (95 and 99.8 %).
-- position: within, below, above (the 95 % limits, by more than half a ticket; for the median: its interval against the middle median), too_few (n below minimum_n), none (no funnel). is_far: outside the 99.8 % limits.
-- shrunk_ratio: drawn towards the clients' own spread, with its 90 % interval; null where the clients are fewer than six or differ no more than chance would.
with ratios as (
  select c.provider, c.month, c.client, c.measure, c.response_semantics, c.is_comparable, c.hit_count, c.n, c.hit_count / c.n::double as ratio,
    l.client_count, l.average_ratio, l.lower_95, l.upper_95, l.lower_998, l.upper_998, l.shrunk_ratio, l.shrunk_low, l.shrunk_high,
    null::bigint as median_seconds, null::bigint as median_low, null::bigint as median_high, null::bigint as average_seconds
  from intermediate.benchmark_counts as c
  left join computed.benchmark_limits as l using (provider, month, client, measure)
),
times as (
  select v.provider, v.month, v.client, b.response_semantics, b.response_semantics not in ('mixed', 'unknown') and not b.is_survivors_only as is_comparable,
    v.ticket_count as n, v.median_seconds, v.median_low, v.median_high
  from computed.survival as v
  cross join reference.settings as s
  join (select provider, max(month) as last_month from intermediate.months group by provider) as m on m.provider = v.provider
  join intermediate.benchmark_semantics as b on b.provider = v.provider and b.client = v.client
  where v.measure = 'response' and v.clock = 'client' and v.dimension is null and v.window_months = s.trailing_months and v.month > m.last_month - to_months(s.trailing_months)
),
middles as (
  select provider, month, response_semantics, is_comparable, count(*)::integer as client_count, round(median(median_seconds::double))::bigint as average_seconds
  from times
  cross join reference.settings as s
  where is_comparable and median_seconds is not null
  group by all
  having count(*) >= any_value(s.benchmark_clients)
),
medians as (
  select t.provider, t.month, t.client, 'response_median' as measure, t.response_semantics, t.is_comparable, t.n, m.client_count,
    t.median_seconds, t.median_low, t.median_high, m.average_seconds
  from times as t
  left join middles as m using (provider, month, response_semantics, is_comparable)
)
select r.provider, r.month, r.client, r.measure, r.response_semantics, r.is_comparable, r.client_count, r.hit_count, r.n, r.ratio, r.average_ratio,
  r.lower_95, r.upper_95, r.lower_998, r.upper_998, r.shrunk_ratio, r.shrunk_low, r.shrunk_high, r.median_seconds, r.median_low, r.median_high, r.average_seconds,
  case
    when r.client_count is null then 'none'
    when r.n < s.minimum_n or r.ratio is null and r.median_seconds is null then 'too_few'
    when r.ratio + 0.5 / r.n < r.lower_95 or r.median_high < r.average_seconds then 'below'
    when r.ratio - 0.5 / r.n > r.upper_95 or r.median_low > r.average_seconds then 'above'
    else 'within'
  end as position,
  coalesce(r.n >= s.minimum_n and (r.ratio + 0.5 / r.n < r.lower_998 or r.ratio - 0.5 / r.n > r.upper_998), false) as is_far,
  s.minimum_n
from (from ratios union all by name from medians) as r
cross join reference.settings as s
