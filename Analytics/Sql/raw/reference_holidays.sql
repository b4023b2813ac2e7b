-- One row per holiday of a holiday set. rule: 2026-05-01 (that day), 05-01 (every year), easter-48 (days from Orthodox Easter). instead_of: the day whose rule this row replaces that year. opens_second and closes_second: the shorter hours kept, both null when closed.
-- load_id, file and line say where the row was read. Replaced as a whole when the file changes.
create table raw.reference_holidays (
  load_id bigint not null,
  file varchar not null,
  line bigint not null,
  holidays varchar not null,
  rule varchar not null,
  name varchar not null,
  opens_second integer,
  closes_second integer,
  instead_of date,
  note varchar
);
