-- Version 2: histories, messages and calls beside tickets; what a load said of its file.
-- raw.loads has one row per file and kind of row in it. content: tickets, events, messages, calls or reference.
-- file_bytes, fingerprint (XXH3, 128 bits, hex): tell a file that was loaded before without its SHA-256.
-- exported_by: how the moment of the export is known: option, file, name; null: it is not.
-- full_from_at, full_until_at (UTC): the file lists every ticket created from, and before, these; null: not declared full.
alter table raw.loads add column content varchar default 'tickets';
alter table raw.loads add column file_bytes bigint;
alter table raw.loads add column fingerprint varchar;
alter table raw.loads add column exported_by varchar;
alter table raw.loads add column full_from_at timestamp;
alter table raw.loads add column full_until_at timestamp;

-- stop_states: the canonical states in which the tool's own clock stands still, comma-separated.
alter table raw.sources add column stop_states varchar default 'pending,resolved,closed,merged,deleted';

-- One row per thing a person should know of how a file was read. code: broken_characters, double_encoded, …; row_count: rows or cells it concerns.
create table raw.notices (
  load_id bigint not null,
  code varchar not null,
  row_count bigint not null
);

-- One row per ticket and load that lists it, for files declared full and loads after a source's first (whose rows are all in raw.tickets).
-- A ticket a full file does not list was deleted.
create table raw.listed (
  load_id bigint not null,
  ticket_id varchar not null
);

-- One row per change in the life of a ticket. Instants UTC; kind: created, responded, state, priority, agent, team, other.
-- value: the canonical state (kind state) or rank 1 to 5 (priority), else the words; value_text, old_text: as exported.
-- event_id: the tool's own; where it has none, row_hash and the count of equal rows tell events apart.
create table raw.events (
  load_id bigint not null,
  line bigint not null,
  source varchar not null,
  ticket_id varchar not null,
  row_hash ubigint not null,
  event_id varchar,
  occurred_at timestamp not null,
  kind varchar not null,
  value varchar,
  value_text varchar,
  old_text varchar,
  actor varchar,
  team varchar,
  is_time_ambiguous boolean not null
);

-- One row per message of a ticket. author_side: requester, agent, system; null: the export does not say.
-- is_public: the client can see it; null: not said. body: null where bodies are not kept.
create table raw.messages (
  load_id bigint not null,
  line bigint not null,
  source varchar not null,
  ticket_id varchar not null,
  row_hash ubigint not null,
  message_id varchar,
  sent_at timestamp not null,
  author varchar,
  author_mail varchar,
  author_side varchar,
  channel varchar,
  subject varchar,
  body varchar,
  is_public boolean,
  is_automatic boolean,
  attachment_count integer,
  is_time_ambiguous boolean not null
);

-- One row per telephone call. log_kind: pbx, handset or bill; a bill lists answered calls only. direction: in or out.
-- duration_seconds: talk time; ring_seconds: waiting time before it. is_answered null: not said.
create table raw.calls (
  load_id bigint not null,
  line bigint not null,
  source varchar not null,
  call_id varchar,
  row_hash ubigint not null,
  log_kind varchar not null,
  started_at timestamp not null,
  direction varchar,
  caller varchar,
  callee varchar,
  duration_seconds bigint,
  ring_seconds bigint,
  is_answered boolean,
  client_text varchar,
  is_time_ambiguous boolean not null
);
