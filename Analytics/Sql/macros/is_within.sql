-- Whether a ticket was answered (or ended) within so many seconds of wall time: false too where it still waits that long, or ended without an answer after them; null where that is not decided, not measurable, or nothing is asked.
create macro computed.is_within(asked_seconds, is_measurable, is_done, waited_seconds, is_ended, created_at, ended_at) as case
  when asked_seconds is null or not is_measurable or waited_seconds is null then null
  when is_done then waited_seconds <= asked_seconds
  when is_ended and created_at + to_seconds(asked_seconds) < ended_at then false
  when not is_ended and waited_seconds >= asked_seconds then false end
