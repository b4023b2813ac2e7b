-- One row per device of a client: how often it fails, and whether that changes. DECISIONS.md, "Trend of a failure".
-- event_count: episodes of its failures after first_at, its first ticket; watched_days: from then to the end of the data. mtbf_days: watched_days / event_count, with the exact 95 % interval; null where it never failed, with a lower bound only.
-- laplace_*, mil_*: the two trend tests; beta: growth of the rate (Crow-AMSAA, above 1 worsening), from three events. p_adjusted: of the larger p, over the client's devices (Benjamini-Hochberg), watched trend_days or more.
-- wording: how far a sentence may go: dates (fewer than three events), counts (three to seven), not_distinguishable, points_to, trend; direction: worse or better, with the last two only.
-- last_at: when it last began to fail; days_since_fix: from the end of that failure to the end of the data; null where it still fails, or never did.
with last as (
  select provider, client, asset_key, any_value(asset) as asset, any_value(first_at) as first_at, any_value(end_at) as end_at, max(event_at) as last_at, max(finished_at) as finished_at
  from intermediate.device_events
  group by all
)
select t.provider, t.client, l.asset, l.first_at, t.event_count, t.watched_days, t.mtbf_days, t.mtbf_low, t.mtbf_high,
  t.laplace_u, t.laplace_p, t.mil_chi_squared, t.mil_p, t.beta, t.beta_low, t.beta_high, t.p_adjusted, t.wording, t.direction,
  l.last_at, case when l.finished_at < l.end_at then epoch(l.end_at - l.finished_at) / 86400.0 end as days_since_fix
from computed.recurrences as t
join last as l on l.provider = t.provider and l.client = t.client and l.asset_key = t.system_key
where t.scope = 'device' and t.month is null
