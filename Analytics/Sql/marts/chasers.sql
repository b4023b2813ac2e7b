-- One row per chaser of a counted ticket: a client message at least chaser_quiet_seconds after the client's previous one with no provider message between, thanks excluded. sent_at, due_at UTC.
-- waited_client_seconds: since the client's first message not yet answered; waited_contract_seconds: the contract's working time, null without a contract.
-- is_before_answer: nobody had answered the ticket yet. is_after_due: after due_at: the promise still to be kept, else one business day.
-- purpose: asked_again, added_information (an error text, a number, an attachment …, and no reminder), null: the words are not in the export. is_headline: asked again after due. DECISIONS.md, "Chasers".
select t.source, t.provider, t.client, t.month, t.ticket_id, t.number, c.chaser_number, c.sent_at, t.requester, t.agent,
  c.waited_client_seconds, c.waited_contract_seconds, c.due_at, c.is_before_answer, c.is_after_due, c.purpose, c.is_headline
from intermediate.chasers as c
join intermediate.tickets as t using (ticket_key)
where t.is_counted
