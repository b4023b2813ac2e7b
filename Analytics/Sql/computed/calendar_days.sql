-- One row per calendar version and covered UTC day. day_key = calendar_version_id * 100000 + utc_day; utc_day counts from 1970-01-01. cum_seconds: working seconds before the day. s1 to e3: its open stretches in seconds of the UTC day, 0 to 0 where there is none.
-- Built by Analytics/Calendars from the same segments. A version with a day of more than three stretches has no rows here: has_crowded_days in calendar_versions.
create table computed.calendar_days (
  day_key bigint not null,
  calendar_version_id integer not null,
  utc_day integer not null,
  cum_seconds bigint not null,
  s1 integer not null,
  e1 integer not null,
  s2 integer not null,
  e2 integer not null,
  s3 integer not null,
  e3 integer not null
);
