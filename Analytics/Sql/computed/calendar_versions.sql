-- One row per calendar and day its hours changed. valid_from is the first local day, valid_to the day after the last (9999-12-31 while it holds); valid_from_epoch and valid_to_epoch are their midnights in the calendar's zone. A ticket keeps the version valid when it was created.
-- weekly_version_id: the same hours without holidays and half days (its own id where there are none); those versions have no calendar name, and are only asked how long the week would have been open.
-- Built by Analytics/Calendars from raw.reference_calendars and raw.reference_holidays. covers_from_epoch to covers_to_epoch (exclusive): what can be asked about. has_crowded_days, has_crowded_blocks: some UTC day or block of working time holds more than three segments, so this version has no rows in calendar_days or calendar_blocks and is looked up in calendar_segments by ASOF.
create table computed.calendar_versions (
  calendar_version_id integer not null,
  weekly_version_id integer not null,
  calendar varchar,
  zone varchar not null,
  valid_from date not null,
  valid_to date not null,
  valid_from_epoch bigint not null,
  valid_to_epoch bigint not null,
  covers_from_epoch bigint not null,
  covers_to_epoch bigint not null,
  has_crowded_days boolean not null,
  has_crowded_blocks boolean not null
);
