-- One row per provider, response_semantics, month and series of intermediate.provider_series, judged as it came. Columns as in marts.trends.
create table computed.provider_trends (
  provider varchar not null,
  response_semantics varchar not null,
  month date not null,
  series varchar not null,
  value double,
  n bigint,
  centre double,
  lower_limit double,
  upper_limit double,
  spread double,
  signal varchar,
  direction varchar,
  basis varchar not null
);
