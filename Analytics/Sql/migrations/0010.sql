-- Version 10: the time that was worked, and the hours a contract includes.
-- One row per version of a time entry. entry_id: the tool's own; where it has none, row_hash and the count of equal rows tell entries apart. ticket_id null: on no ticket.
-- worked_at: when the work began, UTC, or the local midnight of its day where only the day is told. is_billable: to be charged; is_covered: the contract's hours pay for it; null: not said.
create table raw.time_entries (
  load_id bigint not null,
  line bigint not null,
  source varchar not null,
  row_hash ubigint not null,
  entry_id varchar,
  ticket_id varchar,
  client_text varchar,
  worked_at timestamp not null,
  worked_seconds bigint not null,
  agent varchar,
  is_billable boolean,
  is_covered boolean,
  is_time_ambiguous boolean not null
);
-- One row per agreement on hours. per: month, quarter, year (hours of each such period, counted from the month of valid_from) or once (a prepaid block).
create table raw.reference_included_hours (
  load_id bigint not null,
  file varchar not null,
  line bigint not null,
  client varchar not null,
  hours double not null,
  per varchar not null,
  valid_from date not null,
  valid_to date,
  note varchar
);
