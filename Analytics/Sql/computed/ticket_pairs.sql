-- One row per client's record and provider's ticket taken for the same, and (is_pair false) per ticket without one whose best partner another has: client's record and provider's ticket as for a pair.
-- tier A to E, basis: number, person_words, words, person_time, time. score: words in common, 0..1; shared: those words, as each writes them. gap_seconds: from the client's record to the provider's ticket.
-- lonely_side: of a row that is no pair, whose ticket is without one. DECISIONS.md, "The same ticket on both sides".
create table computed.ticket_pairs (
  client_source varchar not null,
  client_ticket_id varchar not null,
  provider_source varchar not null,
  provider_ticket_id varchar not null,
  is_pair boolean not null,
  lonely_side varchar,
  tier varchar not null,
  basis varchar not null,
  score double not null,
  shared varchar not null,
  gap_seconds bigint not null
)
