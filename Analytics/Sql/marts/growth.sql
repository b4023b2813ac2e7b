-- One row per client and month: does the load outgrow the people and the answer? Counts of counted tickets; recent_count: of the comparison_months ending with the month; before_count: of as many before those (null where the data do not reach back over them).
-- requester_count: different people who asked (by name); users, endpoints: at the end of the month; tickets_per_user: tickets a month for each user, null where users is not stated.
-- rate_ratio: recent_count / before_count, with the 95 % interval its Wilson interval of the share of the two gives; null where the data are too short. growth: more, fewer, not_distinguishable, too_few. DECISIONS.md, "Backlog and growth".
with spans as (
  select f.provider, f.client, f.month, f.ticket_count, f.backlog_count,
    sum(b.ticket_count) filter (b.month > f.month - to_months(s.comparison_months))::bigint as recent_count,
    case when count(b.month) = 2 * s.comparison_months then sum(b.ticket_count) filter (b.month <= f.month - to_months(s.comparison_months)) end::bigint as before_count
  from intermediate.client_flows as f
  cross join reference.settings as s
  join intermediate.client_flows as b
    on b.client = f.client and b.provider = f.provider and b.month between f.month - to_months(2 * s.comparison_months - 1) and f.month
  group by f.provider, f.client, f.month, f.ticket_count, f.backlog_count, s.comparison_months
),
judged as (
  select *,
    computed.wilson_low(recent_count, recent_count + before_count) as share_low, computed.wilson_high(recent_count, recent_count + before_count) as share_high
  from spans
),
people as (
  select m.provider, m.client, m.month, count(distinct lower(trim(t.requester))) as requester_count
  from intermediate.months as m
  left join intermediate.tickets as t on t.client = m.client and t.provider = m.provider and t.month = m.month and t.is_counted
  group by all
)
select p.provider, p.client, p.month, p.ticket_count, n.requester_count, c.users, c.endpoints, p.ticket_count / nullif(c.users, 0)::double as tickets_per_user, p.backlog_count,
  p.recent_count, p.before_count, p.recent_count / nullif(p.before_count, 0)::double as rate_ratio,
  p.share_low / (1 - p.share_low) as rate_low, p.share_high / nullif(1 - p.share_high, 0) as rate_high,
  case
    when p.before_count is null or p.recent_count + p.before_count < s.minimum_n then 'too_few'
    when p.share_low > 0.5 then 'more'
    when p.share_high < 0.5 then 'fewer'
    else 'not_distinguishable'
  end as growth
from judged as p
join people as n using (provider, client, month)
cross join reference.settings as s
left join intermediate.client_sizes as c on c.provider = p.provider and c.client = p.client and c.month = p.month
