-- One row per client, month, span and measure of intermediate.comparison_counts. Columns as in marts.comparisons.
create table computed.comparisons (
  provider varchar not null,
  client varchar not null,
  month date not null,
  span varchar not null,
  measure varchar not null,
  n bigint not null,
  before_n bigint not null,
  ratio double,
  before_ratio double,
  difference_ratio double,
  difference_ratio_low double,
  difference_ratio_high double,
  median_seconds bigint,
  before_median_seconds bigint,
  difference_seconds bigint,
  difference_seconds_low bigint,
  difference_seconds_high bigint,
  within_seconds bigint,
  p_value double,
  reading varchar not null
);
