-- One row per line of a calendar version: hours open, or a break. kind: open or break. weekdays: ISO digits, '12345' is Monday to Friday; '1234567' with 0 to 86400 is 24x7. Seconds count from local midnight; closes_second above 86400 runs into the next day. holidays: the holiday set, or null.
-- load_id, file and line say where the row was read. Replaced as a whole when the file changes.
create table raw.reference_calendars (
  load_id bigint not null,
  file varchar not null,
  line bigint not null,
  calendar varchar not null,
  zone varchar not null,
  holidays varchar,
  valid_from date not null,
  kind varchar not null,
  weekdays varchar not null,
  opens_second integer not null,
  closes_second integer not null,
  note varchar
);
