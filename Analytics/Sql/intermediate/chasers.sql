-- One row per chaser, with how long the client had waited and for what it wrote. Stored as a table, by ticket. Instants UTC.
-- waited_client_seconds: wall time since the first message not answered; waited_contract_seconds: the contract's working time, null without a contract.
-- due_at: the promise still to be kept (null: it waits in an agreed pause), else one business day (of the contract's calendar, else the client's opening hours, else 24 hours) after that first message.
-- purpose: asked_again; added_information (detail or an attachment, and no reminder); null: no words to tell by. is_headline: asked again, after due.
with due as (
  select c.*,
    epoch(c.sent_at - c.asked_at)::bigint as waited_client_seconds,
    case when c.is_wall_time then epoch(c.sent_at - c.asked_at)::bigint when c.is_contract_calendar then w.working_seconds end as waited_contract_seconds,
    case
      when c.promised_at is not null or c.is_promise_waiting then c.promised_at
      when c.calendar_version_id is null then c.asked_at + interval 24 hours
      else make_timestamp(d.due_epoch * 1000000)
    end as due_at,
    case
      when computed.has_remark(c.remarks, 'reminder') then 'asked_again'
      when computed.has_remark(c.remarks, 'detail') or c.attachment_count > 0 then 'added_information'
      when c.remarks is not null then 'asked_again'
    end as purpose
  from intermediate.chaser_messages as c
  left join computed.working_seconds('intermediate.chaser_questions') as w using (question_id)
  left join computed.due_epochs('intermediate.chaser_questions') as d using (question_id)
)
select ticket_key, message_number, chaser_number, asked_at, sent_at, waited_client_seconds, waited_contract_seconds, due_at,
  turn_number = 0 as is_before_answer,
  coalesce(sent_at > due_at, false) as is_after_due,
  purpose,
  coalesce(purpose = 'asked_again' and sent_at > due_at, false) as is_headline
from due
