-- One row per ticket, promise kind (response, resolve) and priority it was asked for or once had, other than its final one: the promise that would hold. Stored as a table, by ticket.
-- Chosen as in intermediate.ticket_promises. question_id: the ticket, the kind and the priority in one number.
with earlier as (
  select ticket_key, priority_asked as priority from intermediate.priorities where priority_asked is not null
  union
  select ticket_key, priority_highest from intermediate.priorities where priority_highest is not null
  union
  select ticket_key, priority_before from intermediate.priority_changes
),
other as (
  select e.ticket_key, e.priority, t.client, t.source, t.created_date
  from earlier as e
  join intermediate.tickets as t using (ticket_key)
  where e.priority is distinct from t.priority
)
select
  o.ticket_key, p.promise_kind, o.priority, p.promise, p.seconds, p.business_days, p.until_second, p.clock, v.calendar_version_id,
  o.ticket_key * 16 + o.priority * 2 + (p.promise_kind = 'resolve')::integer as question_id
from other as o
join reference.promises as p
  on p.client = o.client and o.created_date between p.valid_from and p.valid_to and (p.priority is null or p.priority = o.priority)
  and p.promise_kind in ('response', 'resolve')
join intermediate.selections as s using (source)
left join computed.calendar_versions as v
  on v.calendar = p.calendar and o.created_date >= v.valid_from and o.created_date < v.valid_to
qualify row_number() over (
  partition by o.ticket_key, p.promise_kind, o.priority
  order by (p.priority is null) = s.is_one_priority desc, p.valid_from desc, p.promise_id) = 1
