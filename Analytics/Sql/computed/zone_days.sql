-- One row per time zone of a client or source and UTC day: what its wall clock adds. utc_day counts from 1970-01-01. Whole seconds.
-- local second = UTC second + offset_seconds, + shift_seconds from shift_second of the UTC day on (86400 and 0 where the clock does not change that day).
-- Built by Analytics/Calendars with NodaTime, as the calendars are.
create table computed.zone_days (
  zone varchar not null,
  utc_day integer not null,
  offset_seconds integer not null,
  shift_second integer not null,
  shift_seconds integer not null
);
