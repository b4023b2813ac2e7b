-- One row per promise of a contract. promise is the text as written; seconds or business_days (with an optional until_second of the day) is what it means. priority null: every priority. clock: client or contract. target_ratio: the share promised, 0 to 1.
-- load_id, file and line say where the row was read. Replaced as a whole when the file changes.
create table raw.reference_promises (
  load_id bigint not null,
  file varchar not null,
  line bigint not null,
  client varchar not null,
  priority smallint,
  promise_kind varchar not null,
  promise varchar not null,
  seconds bigint,
  business_days integer,
  until_second integer,
  clock varchar not null,
  calendar varchar,
  target_ratio double,
  valid_from date,
  valid_to date,
  sentence varchar
);
