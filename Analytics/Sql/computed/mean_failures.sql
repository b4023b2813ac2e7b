-- One row per client and age at which one of its devices failed: how often a device has failed on average by then. Columns as in marts.mean_failures.
create table computed.mean_failures (
  provider varchar not null,
  client varchar not null,
  age_days double not null,
  device_count bigint not null,
  mean_failures double not null
)
