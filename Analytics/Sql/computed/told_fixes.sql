-- One row per failure ticket in which the client wrote again before a message of the provider, both kept with their words. told_epoch, fixed_epoch: UTC epoch seconds; null, as the words are, where no fix was named.
create table computed.told_fixes (
  ticket_key bigint not null,
  told_epoch bigint,
  fixed_epoch bigint,
  quote varchar,
  words varchar
)
