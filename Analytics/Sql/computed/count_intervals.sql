-- One row per count that occurs: the exact 95 % interval of the count that might be expected where it was seen (Garwood).
create table computed.count_intervals (
  count bigint not null,
  low double not null,
  high double not null
)
