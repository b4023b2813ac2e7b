-- One row per ticket that reports a failure and place (1 the best, at most 5): an earlier ticket of its client it is linked to.
-- tier A to D (DECISIONS.md, "Same failure"); score: cosine of the two texts, 0..1; shared_terms: the words that made it, as each ticket writes them.
create table computed.failure_links (
  ticket_key bigint not null,
  place integer not null,
  earlier_key bigint not null,
  tier varchar not null,
  score double,
  shared_terms varchar not null
)
