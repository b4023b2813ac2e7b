-- One row per row of intermediate.stretches_laid, with open_seconds: its time in the contract's hours (wall time where the promise runs round the clock). A view, by ticket.
-- calendar_version_id: the same hours without holidays, to be asked next.
select * exclude (working_seconds) replace (case when is_wall_time then null else weekly_version_id end as calendar_version_id),
  case when is_wall_time then to_epoch - from_epoch else working_seconds end as open_seconds
from computed.with_working_seconds('intermediate.stretches_laid')
