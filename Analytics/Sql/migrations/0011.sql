-- Version 11: how far each source has been pulled from its tool.
-- One row per source that is pulled. Instants UTC. cursor_at: every ticket changed before it is held; null: not yet pulled to the end once.
-- newest_at, next_place: of a pull that has not come to its end, the newest change seen and where it goes on; next_place null: from the beginning.
-- started_at, ended_at: of the last pull begun, the last one that came to its end. error, error_at: what stopped the last one; null: nothing. page_count, ticket_count: since the last re-sync.
create table raw.pulls (
  source varchar primary key,
  cursor_at timestamp,
  newest_at timestamp,
  next_place varchar,
  started_at timestamp,
  ended_at timestamp,
  error varchar,
  error_at timestamp,
  page_count bigint not null,
  ticket_count bigint not null
);
-- One row per scheduled pack: when it last began (UTC).
create table raw.pack_runs (
  pack varchar primary key,
  started_at timestamp not null
);
