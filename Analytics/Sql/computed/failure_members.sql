-- One row per ticket that reports a failure: the ticket that leads its group, and the link by which it joined (tier A to C, score 0..1, the earlier ticket; null for the leader).
create table computed.failure_members (
  ticket_key bigint not null,
  leader_key bigint not null,
  tier varchar,
  score double,
  earlier_key bigint
)
