-- One row per business constant. setting is the name, value a number in the unit given.
-- load_id, file and line say where the row was read. Replaced as a whole when the file changes.
create table raw.reference_settings (
  load_id bigint not null,
  file varchar not null,
  line bigint not null,
  setting varchar not null,
  value double not null,
  unit varchar not null,
  note varchar
);
