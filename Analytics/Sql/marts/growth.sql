-- One row per client and month: does the load outgrow the people and the answer? Counts of counted tickets; trailing_*: the trailing_months ending with the month, before_*: as many before those (null where the data do not reach back over them).
-- requester_count: different people who asked (by name); tickets_per_user: tickets a month for each of the client's users, null where users is not stated.
-- rate_ratio: trailing_count / before_count, with the 95 % interval its Wilson interval of the share of the two gives; null where the data are too short. growth: more, fewer, not_distinguishable, too_few. DECISIONS.md, "Backlog and growth".
with spans as (
  select f.provider, f.client, f.month, f.ticket_count, f.backlog_count, f.trailing_ticket_count as trailing_count, f.trailing_month_count,
    sum(b.ticket_count) as before_count, count(b.month) as before_months,
    computed.wilson_low(f.trailing_ticket_count, (f.trailing_ticket_count + sum(b.ticket_count))::bigint) as share_low,
    computed.wilson_high(f.trailing_ticket_count, (f.trailing_ticket_count + sum(b.ticket_count))::bigint) as share_high
  from intermediate.client_flows as f
  cross join reference.settings as s
  left join intermediate.client_flows as b
    on b.client = f.client and b.provider = f.provider and b.month between f.month - to_months(2 * s.trailing_months - 1) and f.month - to_months(s.trailing_months)
  group by f.provider, f.client, f.month, f.ticket_count, f.backlog_count, f.trailing_ticket_count, f.trailing_month_count
),
people as (
  select m.provider, m.client, m.month, count(distinct lower(trim(t.requester))) as requester_count
  from intermediate.months as m
  left join intermediate.tickets as t on t.client = m.client and t.provider = m.provider and t.month = m.month and t.is_counted
  group by all
)
select p.provider, p.client, p.month, p.ticket_count, n.requester_count, c.users, p.ticket_count / nullif(c.users, 0)::double as tickets_per_user, p.backlog_count,
  p.trailing_count, p.trailing_month_count, case when p.before_months = s.trailing_months then p.before_count::bigint end as before_count,
  case when p.before_months = s.trailing_months and p.trailing_month_count = s.trailing_months then p.trailing_count / nullif(p.before_count, 0)::double end as rate_ratio,
  case when rate_ratio is not null then share_low / (1 - share_low) end as rate_low, case when rate_ratio is not null then share_high / nullif(1 - share_high, 0) end as rate_high,
  case
    when p.before_months < s.trailing_months or p.trailing_month_count < s.trailing_months or p.trailing_count + p.before_count < s.minimum_n then 'too_few'
    when share_low > 0.5 then 'more'
    when share_high < 0.5 then 'fewer'
    else 'not_distinguishable'
  end as growth
from spans as p
join people as n using (provider, client, month)
cross join reference.settings as s
left join reference.clients as c on c.client = p.client
