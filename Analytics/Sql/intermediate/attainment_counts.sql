-- One row per client, month, promise kind and priority (null: all priorities together) with at least one counted ticket in the month. Stored as a table.
-- Counts of tickets by outcome; not_promised_count has no promise of that kind. target_*: of the promised tickets that have a target ratio, how many, and the sum, least and greatest of it.
with kinds as (select unnest(['response', 'resolve', 'start']) as promise_kind),
tickets as (
  select t.provider, t.client, t.month, k.promise_kind, t.priority, coalesce(o.outcome, 'not_promised') as outcome, o.target_ratio
  from intermediate.tickets as t
  cross join kinds as k
  left join intermediate.outcomes as o on o.ticket_key = t.ticket_key and o.promise_kind = k.promise_kind
  where t.client is not null and t.is_counted
)
select
  provider, client, month, promise_kind, priority, grouping(priority) = 1 as is_all_priorities,
  count(*) filter (outcome <> 'not_promised') as promised_count,
  count(*) filter (outcome = 'met') as met_count,
  count(*) filter (outcome = 'breached') as breached_count,
  count(*) filter (outcome = 'running') as running_count,
  count(*) filter (outcome = 'unknown') as unknown_count,
  count(*) filter (outcome = 'not_promised') as not_promised_count,
  count(target_ratio) as target_count, sum(target_ratio) as target_total, min(target_ratio) as target_low, max(target_ratio) as target_high
from tickets
group by grouping sets ((provider, client, month, promise_kind), (provider, client, month, promise_kind, priority))
