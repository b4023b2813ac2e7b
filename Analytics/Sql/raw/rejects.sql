-- One row per row of a file that could not be read. Nothing lost: raw_row holds the row as it stood.
create table raw.rejects (
  load_id bigint not null,
  file varchar not null,
  line bigint not null,
  column_name varchar,
  value varchar,
  reason varchar not null,
  raw_row varchar not null
);
