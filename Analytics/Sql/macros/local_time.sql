-- The local time (timestamp) of an instant (UTC timestamp), with the row of computed.zone_days of its zone and UTC day; null without one.
create macro computed.local_time(instant, offset_seconds, shift_second, shift_seconds) as
  instant + to_seconds(offset_seconds + case when epoch(instant)::bigint % 86400 >= shift_second then shift_seconds else 0 end)
