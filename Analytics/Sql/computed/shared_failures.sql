-- One row per ticket that came to be one of several with the same words, and the ticket that leads them. scope: fleet (other devices of its client, within
-- fleet_days of each other) or upstream (any client of its provider, within upstream_minutes). The leader has no row of its own.
create table computed.shared_failures (
  ticket_key bigint not null,
  scope varchar not null,
  leader_key bigint not null
)
