-- One row per source: what its profile says of it, as of its last load.
-- response_semantics: what stops the tool's own first-response clock: public_reply, status_change, assignment, unknown, none (not exported).
-- fields: the canonical ticket fields the profile can fill, comma-separated; a field outside it is unavailable, not empty.
create table raw.sources (
  source varchar primary key,
  side varchar not null check (side in ('provider', 'client')),
  provider varchar not null,
  profile varchar not null,
  time_zone varchar not null,
  response_semantics varchar not null,
  fields varchar not null,
  default_client varchar
);
