-- Version 8: published figures, for context and, where nothing else was agreed or stated, to judge against.
-- One row per published figure. unit: seconds or ratio (0..1). population: whose figure it is; year: of the data; sample_count: how many were counted, null: not published.
-- grade: A (measured, by whom it is known), B (one practitioner's or vendor's own), C (told second hand).
create table raw.reference_benchmarks (
  load_id bigint not null,
  file varchar not null,
  line bigint not null,
  measure varchar not null,
  value double not null,
  unit varchar not null,
  population varchar not null,
  year integer not null,
  sample_count integer,
  grade varchar not null,
  source varchar not null,
  note varchar
);
