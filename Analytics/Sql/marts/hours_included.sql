-- One row per client, month and per (month, quarter, year: what the contract includes; once: prepaid blocks) that holds in the month: hours included, used so far, and left, in whole seconds. Stored as a table.
-- period_first, period_last: first days of the first and last month of the period, or of the blocks (period_last null: without end). used_seconds: what counts against them from period_first to the end of the month;
-- of blocks, only what goes beyond the hours of the contract. left_seconds: negative where more was used. Both null where the time sheets do not reach over those months: not measurable.
-- beyond_seconds: what the month's work adds beyond the hours of the contract (once: null). DECISIONS.md, "Hours".
with clients as (
  select provider, client, max(month) as last_month from intermediate.months group by provider, client
),
blocks as (
  select c.provider, c.client, date_trunc('month', h.valid_from)::date as first_month, date_trunc('month', h.valid_to)::date as last_month, round(h.hours * 3600)::bigint as included_seconds,
    unnest(generate_series(date_trunc('month', h.valid_from), least(date_trunc('month', h.valid_to), c.last_month::timestamp), interval 1 month))::date as month
  from raw.reference_included_hours as h
  join clients as c using (client)
  where h.per = 'once'
),
pools as (
  select provider, client, month, last_month as period_last, min(first_month) as period_first, sum(included_seconds)::bigint as included_seconds
  from blocks
  group by provider, client, month, last_month
),
drawn as (
  select p.provider, p.client, p.month, p.period_first, p.period_last, p.included_seconds,
    case when any_value(r.first_month) <= p.period_first and any_value(r.last_month) >= p.month and count(m.month) = count(coalesce(a.beyond_seconds, if(a.month is null, m.counted_seconds, null)))
      then sum(if(a.month is null, m.counted_seconds, a.beyond_seconds))::bigint end as used_seconds
  from pools as p
  left join intermediate.hours_reach as r on r.provider = p.provider and r.client = p.client
  left join intermediate.hours_months as m on m.provider = p.provider and m.client = p.client and m.month between p.period_first and p.month
  left join intermediate.hours_agreed as a on a.provider = m.provider and a.client = m.client and a.month = m.month
  group by p.provider, p.client, p.month, p.period_first, p.period_last, p.included_seconds
)
select provider, client, month, per, period_first, period_last, included_seconds, used_seconds, included_seconds - used_seconds as left_seconds, beyond_seconds
from intermediate.hours_agreed
union all
select provider, client, month, 'once', period_first, period_last, included_seconds, used_seconds, included_seconds - used_seconds, null
from drawn
