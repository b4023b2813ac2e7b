-- One row per ticket and turn in which the client asked: from its first message the provider had not answered to the provider's next. Stored as a table, by ticket. Instants UTC.
-- turn_number 0 is the request itself, before any answer. answered_at null: not answered by the as-of.
-- given_up_at: without an answer, the end of the ticket after it; else null. DECISIONS.md, "Next reply".
with turns as (
  select ticket_key, turn_number, min(sent_at) filter (not is_answer) as asked_at, min(sent_at) filter (is_answer) as answer_at
  from intermediate.speech
  group by ticket_key, turn_number
),
answered as (
  select ticket_key, turn_number, asked_at, lead(answer_at) over (partition by ticket_key order by turn_number) as answered_at
  from turns
)
select a.ticket_key, a.turn_number, a.asked_at, a.answered_at,
  case when a.answered_at is null and t.ended_at >= a.asked_at then t.ended_at end as given_up_at
from answered as a
join intermediate.tickets as t using (ticket_key)
where a.asked_at is not null
