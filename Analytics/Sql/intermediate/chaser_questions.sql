-- One row per chaser whose working time is asked: how long since the client first asked, and when one business day was over. A view, by ticket. Epoch seconds, UTC.
select question_id, calendar_version_id, epoch(asked_at)::bigint as from_epoch, epoch(sent_at)::bigint as to_epoch,
  null::bigint as seconds, 1 as business_days, null::integer as until_second
from intermediate.chaser_messages
where calendar_version_id is not null
