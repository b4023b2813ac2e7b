-- One row per ticket and promise kind (response, resolve, start) that its client was promised. Stored as a table, by ticket.
-- The row valid on the day the ticket was created applies; a row for the ticket's very priority wins over one for every priority;
-- where the source knows one priority only, the other way round. See DECISIONS.md, "Which promise applies".
-- question_id: the ticket and the kind in one number, as the clock questions carry it.
select
  t.ticket_key, p.promise_kind, p.promise_id, p.promise, p.seconds, p.business_days, p.until_second, p.clock, p.calendar, p.target_ratio, p.answered_by, p.pauses,
  v.calendar_version_id,
  t.ticket_key * 4 + case p.promise_kind when 'response' then 1 when 'resolve' then 2 else 3 end as question_id
from intermediate.tickets as t
join reference.promises as p
  on p.client = t.client and t.created_date between p.valid_from and p.valid_to and (p.priority is null or p.priority = t.priority)
join intermediate.selections as s using (source)
left join computed.calendar_versions as v
  on v.calendar = p.calendar and t.created_date >= v.valid_from and t.created_date < v.valid_to
qualify row_number() over (partition by t.ticket_key, p.promise_kind order by (p.priority is null) = s.is_one_priority desc, p.valid_from desc, p.promise_id) = 1
