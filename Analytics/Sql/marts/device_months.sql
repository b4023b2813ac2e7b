-- One row per month and device of a client that had failed three times by the month's end: how often it fails, as known then. Columns as in marts.devices, whose rows look from the end of the data.
-- month_count: failures of that month; last_at: when it last began to fail by then. p_adjusted: over the client's devices of that month.
with last as (
  select e.provider, e.client, m.month, e.asset_key, any_value(e.asset) as asset, any_value(e.first_at) as first_at, max(e.event_at) as last_at,
    count(*) filter (e.event_at >= m.month_start_at) as month_count
  from (select provider, client, month, month_end_at, lag(month_end_at, 1, timestamp '0001-01-01') over (partition by provider, client order by month) as month_start_at from intermediate.months) as m
  join intermediate.device_events as e on e.provider = m.provider and e.client = m.client and e.event_at < m.month_end_at
  group by all
)
select t.provider, t.client, t.month, l.asset, l.first_at, t.event_count, t.watched_days, t.mtbf_days, t.mtbf_low, t.mtbf_high,
  t.laplace_u, t.laplace_p, t.mil_chi_squared, t.mil_p, t.beta, t.beta_low, t.beta_high, t.p_adjusted, t.wording, t.direction, l.last_at, l.month_count
from computed.recurrences as t
join last as l on l.provider = t.provider and l.client = t.client and l.month = t.month and l.asset_key = t.system_key
where t.scope = 'device'
