-- One row per calendar version and stretch of open time, [starts_epoch, ends_epoch) in UTC epoch seconds; touching stretches are one. cum_seconds: working seconds before it since the beginning of the cover.
-- Built by Analytics/Calendars: weekly hours, half days, holidays, breaks, clock changes, merged. The one truth calendar_days and calendar_blocks are cut from.
create table computed.calendar_segments (
  calendar_version_id integer not null,
  starts_epoch bigint not null,
  ends_epoch bigint not null,
  cum_seconds bigint not null
);
