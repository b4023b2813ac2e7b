-- One row per client and month with episodes in the trailing_months ending with it: how many failures stayed fixed. Columns as in marts.first_fixes.
create table computed.first_fixes (
  provider varchar not null,
  client varchar not null,
  month date not null,
  episode_count bigint not null,
  returned_count bigint not null,
  fixed_ratio double not null,
  fixed_low double,
  fixed_high double
)
