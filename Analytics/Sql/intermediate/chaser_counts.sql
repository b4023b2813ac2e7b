-- One row per counted ticket, or a client's own record beside it, whose messages say who wrote them: its chasers. Stored as a table, by ticket. is_person: its requester is no machine; machines never chase and are in no share.
-- first_*: waited at the first chaser, seconds; null without one.
with told as (
  select t.ticket_key, not coalesce(computed.is_machine(t.requester, t.requester_mail), false) as is_person
  from intermediate.tickets as t
  semi join (select source, ticket_id from staging.messages where author_side in ('requester', 'agent')) as m using (source, ticket_id)
  where t.is_counted or t.exclusion = 'client_side'
),
counted as (
  select ticket_key, count(*)::integer as chaser_count,
    count(*) filter (is_before_answer) as before_answer_count,
    count(*) filter (is_after_due) as after_due_count,
    count(*) filter (purpose = 'asked_again') as asked_again_count,
    count(*) filter (purpose = 'added_information') as added_information_count,
    count(*) filter (is_headline) as headline_count,
    min(waited_client_seconds) filter (chaser_number = 1) as first_waited_client_seconds,
    min(waited_contract_seconds) filter (chaser_number = 1) as first_waited_contract_seconds
  from intermediate.chasers
  group by ticket_key
)
select t.ticket_key, t.is_person,
  coalesce(c.chaser_count, 0) as chaser_count, coalesce(c.before_answer_count, 0) as before_answer_count, coalesce(c.after_due_count, 0) as after_due_count,
  coalesce(c.asked_again_count, 0) as asked_again_count, coalesce(c.added_information_count, 0) as added_information_count, coalesce(c.headline_count, 0) as headline_count,
  c.first_waited_client_seconds, c.first_waited_contract_seconds
from told as t
left join counted as c using (ticket_key)
