-- One row per client with a ticket both sides left out, month, promise kind and whether the tickets are those left out: tickets of all priorities by outcome.
-- Columns as in intermediate.attainment_counts.
with kinds as (select unnest(['response', 'resolve', 'start']) as promise_kind),
agreed as (select source, ticket_id from raw.reference_agreed_exclusions where agreed_by_client and agreed_by_provider),
tickets as (
  select t.provider, t.client, t.month, k.promise_kind, a.ticket_id is not null as is_excluded, o.outcome, o.target_ratio
  from intermediate.tickets as t
  cross join kinds as k
  join intermediate.outcomes as o on o.ticket_key = t.ticket_key and o.promise_kind = k.promise_kind
  left join agreed as a on a.source = t.source and a.ticket_id = t.ticket_id
  where t.client is not null and t.is_counted
)
select provider, client, month, promise_kind, is_excluded,
  count(*) as promised_count,
  count(*) filter (outcome = 'met') as met_count,
  count(*) filter (outcome = 'breached') as breached_count,
  count(*) filter (outcome = 'running') as running_count,
  count(*) filter (outcome = 'unknown') as unknown_count,
  count(target_ratio) as target_count, sum(target_ratio) as target_total, min(target_ratio) as target_low, max(target_ratio) as target_high
from tickets
where (provider, client) in (select (t.provider, t.client) from intermediate.tickets as t join agreed using (source, ticket_id) where t.is_counted)
group by provider, client, month, promise_kind, is_excluded
