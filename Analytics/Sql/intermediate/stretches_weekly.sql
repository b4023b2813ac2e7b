-- One row per row of intermediate.stretches_open, with weekly_seconds: its time in the contract's hours had there been no holidays. A view, by ticket.
-- calendar_version_id: the client's own opening hours, to be asked next.
select * exclude (working_seconds) replace (client_version_id as calendar_version_id),
  case when is_wall_time then to_epoch - from_epoch else working_seconds end as weekly_seconds
from computed.with_working_seconds('intermediate.stretches_open')
