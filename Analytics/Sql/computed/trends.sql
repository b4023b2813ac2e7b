-- One row per client, month and series of intermediate.trend_series, judged as it came. Columns as in marts.trends.
create table computed.trends (
  provider varchar not null,
  client varchar not null,
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
