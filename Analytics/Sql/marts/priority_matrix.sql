-- One row per client, month, span (month; trailing: the trailing_months ending with it), view (assigned, final), priority asked and priority in that view.
-- Only priorities the client set itself: inferred ones are in marts.critical_work. ticket_count: counted tickets.
with pairs as (
  select t.provider, t.client, t.month, v.view, p.priority_asked, case v.view when 'assigned' then p.priority_assigned else p.priority_final end as priority
  from intermediate.priorities as p
  join intermediate.tickets as t using (ticket_key)
  cross join (select unnest(['assigned', 'final']) as view) as v
  where t.client is not null and t.is_counted and p.asked_by = 'client'
),
months as (
  select provider, client, month, view, priority_asked, priority, count(*) as ticket_count
  from pairs
  where priority is not null
  group by all
)
select provider, client, month, 'month' as span, view, priority_asked, priority, ticket_count
from months
union all
select m.provider, m.client, m.month, 'trailing' as span, c.view, c.priority_asked, c.priority, sum(c.ticket_count)::bigint as ticket_count
from intermediate.months as m
cross join reference.settings as s
join months as c on c.provider = m.provider and c.client = m.client and c.month between m.month - to_months(s.trailing_months - 1) and m.month
group by all
