-- One row per client and month with users stated and kinds told: its faults per user and month, drawn towards those of the provider's other clients (gamma-Poisson).
-- is_spread: the clients differ by more than chance; where they do not, all have the pooled rate.
create table computed.shrunk_rates (
  provider varchar not null,
  client varchar not null,
  month date not null,
  faults_per_user_month double not null,
  is_spread boolean not null
)
