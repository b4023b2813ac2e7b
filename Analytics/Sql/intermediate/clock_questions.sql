-- One row per ticket and measure whose contract time is asked; intermediate.calendar_gaps looks whether the calendars reach. A view, by ticket.
select question_id, calendar_version_id, from_epoch, to_epoch
from intermediate.spans
where calendar_version_id is not null and not is_wall_time
