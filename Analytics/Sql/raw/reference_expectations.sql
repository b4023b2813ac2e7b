-- One row per expectation a client stated. Columns as in reference_promises; expectations run on the client's clock.
-- load_id, file and line say where the row was read. Replaced as a whole when the file changes.
create table raw.reference_expectations (
  load_id bigint not null,
  file varchar not null,
  line bigint not null,
  client varchar not null,
  priority smallint,
  promise_kind varchar not null,
  expectation varchar not null,
  seconds bigint,
  business_days integer,
  until_second integer,
  clock varchar not null,
  valid_from date,
  valid_to date,
  note varchar
);
