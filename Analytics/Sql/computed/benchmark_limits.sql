-- One row per row of intermediate.benchmark_counts that can be compared: its funnel and its shrunk ratio. Columns as in marts.benchmark_clients.
create table computed.benchmark_limits (
  provider varchar not null,
  month date not null,
  client varchar not null,
  measure varchar not null,
  client_count integer not null,
  average_ratio double not null,
  lower_95 double not null,
  upper_95 double not null,
  lower_998 double not null,
  upper_998 double not null,
  shrunk_ratio double,
  shrunk_low double,
  shrunk_high double
)
