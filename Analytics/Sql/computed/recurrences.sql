-- One row per system (scope device: a device; failure: a failure group) and month it is looked at from the end of (null: the end of the data): how often it fails, and whether that changes. Columns as in marts.devices.
create table computed.recurrences (
  scope varchar not null,
  provider varchar not null,
  client varchar not null,
  month date,
  system_key varchar not null,
  event_count bigint not null,
  watched_days double not null,
  mtbf_days double,
  mtbf_low double not null,
  mtbf_high double,
  laplace_u double,
  laplace_p double,
  mil_chi_squared double,
  mil_p double,
  beta double,
  beta_low double,
  beta_high double,
  p_adjusted double,
  wording varchar not null,
  direction varchar
)
