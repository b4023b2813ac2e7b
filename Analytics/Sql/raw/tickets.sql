-- One row per version of a ticket: (source, ticket_id, load_id, line). A version is a changed row_hash.
-- All instants are UTC; *_text columns hold the words as exported; priority 1 (most urgent) to 5.
-- state: new, open, pending, hold, resolved, closed, merged, deleted. kind: incident, request, problem, change.
-- vendor_*_outcome: met or breached, as the tool's own flag says. paused_seconds: the tool's counter of waiting on the client.
create table raw.tickets (
  load_id bigint not null,
  line bigint not null,
  source varchar not null,
  ticket_id varchar not null,
  row_hash ubigint not null,
  number varchar,
  subject varchar,
  description varchar,
  client_text varchar,
  requester varchar,
  requester_mail varchar,
  agent varchar,
  team varchar,
  asset varchar,
  category varchar,
  channel varchar,
  kind varchar,
  state varchar,
  state_text varchar,
  priority_text varchar,
  priority smallint,
  created_at timestamp not null,
  responded_at timestamp,
  resolved_at timestamp,
  closed_at timestamp,
  updated_at timestamp,
  vendor_response_due_at timestamp,
  vendor_resolve_due_at timestamp,
  vendor_response_outcome varchar,
  vendor_resolve_outcome varchar,
  paused_seconds bigint,
  reopen_count integer,
  is_time_ambiguous boolean not null
);
