-- One row per client, agreement on hours of a month, quarter or year, and month it holds in, to the last month of the client's data. Stored as a table.
-- period_first, period_last: the first months of the first and the last month of its period, counted from the month of valid_from; included_seconds: the hours of the period.
-- beyond_seconds: what the month's work adds beyond them, whole seconds; null where the time sheets do not reach over the period up to the month.
with clients as (
  select provider, client, max(month) as last_month from intermediate.months group by provider, client
),
rows as (
  select c.provider, c.client, h.per, round(h.hours * 3600)::bigint as included_seconds, date_trunc('month', h.valid_from)::date as first_month,
    case h.per when 'month' then 1 when 'quarter' then 3 else 12 end as length,
    unnest(generate_series(date_trunc('month', h.valid_from), least(date_trunc('month', h.valid_to), c.last_month::timestamp), interval 1 month))::date as month
  from raw.reference_included_hours as h
  join clients as c using (client)
  where h.per <> 'once'
),
periods as (
  select * exclude (first_month, length),
    (first_month + to_months((datediff('month', first_month, month) // length * length)::integer))::date as period_first,
    (first_month + to_months((datediff('month', first_month, month) // length * length + length - 1)::integer))::date as period_last
  from rows
),
used as (
  select p.*, case when r.first_month <= p.period_first and r.last_month >= p.month then sum(coalesce(m.counted_seconds, 0)) over so_far::bigint end as used_seconds
  from periods as p
  left join intermediate.hours_reach as r on r.provider = p.provider and r.client = p.client
  left join intermediate.hours_months as m on m.provider = p.provider and m.client = p.client and m.month = p.month
  window so_far as (partition by p.provider, p.client, p.period_first order by p.month)
)
select *,
  case when used_seconds is not null then greatest(used_seconds - included_seconds, 0)
    - greatest(coalesce(lag(used_seconds) over (partition by provider, client, period_first order by month), 0) - included_seconds, 0) end as beyond_seconds
from used
