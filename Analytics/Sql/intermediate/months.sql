-- One row per client and month, from the client's first ticket to the end of its data, months without tickets included. Stored as a table.
-- month_end_at: the first instant after the month in the client's zone, UTC.
with spans as (
  select t.provider, t.client, t.zone, min(t.month) as first_month,
    date_trunc('month', timezone(t.zone, timezone('UTC', max(t.cutoff_at))))::date as last_month
  from intermediate.tickets as t
  where t.client is not null and t.exclusion is distinct from 'client_side'
  group by t.provider, t.client, t.zone
)
select provider, client, zone, month,
  timezone('UTC', timezone(zone, (month + interval 1 month)::timestamp)) as month_end_at
from (
  select provider, client, zone, unnest(generate_series(first_month, greatest(first_month, last_month), interval 1 month))::date as month
  from spans
)
