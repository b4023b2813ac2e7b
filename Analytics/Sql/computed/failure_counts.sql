-- One row per client and month: its failures, and how many the months before let one expect. Columns as in marts.failure_counts.
create table computed.failure_counts (
  provider varchar not null,
  client varchar not null,
  month date not null,
  episode_count bigint not null,
  month_count bigint not null,
  expected_count double,
  is_dispersed boolean,
  alarming_count bigint
)
