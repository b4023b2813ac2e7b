-- One row per ticket a list or a history shows: the number it goes by between relations. New tickets take new numbers, those there keep theirs.
create table computed.ticket_keys (
  ticket_key bigint not null,
  source varchar not null,
  ticket_id varchar not null
);
