-- One row per name an export uses for a client. source '*' holds for every source.
-- load_id, file and line say where the row was read. Replaced as a whole when the file changes.
create table raw.reference_aliases (
  load_id bigint not null,
  file varchar not null,
  line bigint not null,
  source varchar not null,
  name varchar not null,
  client varchar not null,
  note varchar
);
