-- One row per calendar version and local date on which a shift starts. day_index counts them from 0. opens_epoch and closes_epoch: its first opening and last closing (after midnight for a night shift), UTC epoch seconds.
-- midnight_epoch: second 0 of the date on the local clock. shift_epoch, shift_seconds: a clock change within two days from there (3600 spring, -3600 autumn, 0 none), so local second = epoch - midnight_epoch + shift_seconds from shift_epoch on. Built by Analytics/Calendars; meaning in DECISIONS.md, "Business days".
create table computed.business_days (
  calendar_version_id integer not null,
  day_index integer not null,
  business_date date not null,
  midnight_epoch bigint not null,
  opens_epoch bigint not null,
  closes_epoch bigint not null,
  shift_epoch bigint not null,
  shift_seconds integer not null
);
