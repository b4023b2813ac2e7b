-- One row per client, month, promise kind (response, resolve), dimension (priority, kind, team, agent, channel, category, hour) and value of it: counted promised tickets by outcome. Stored as a table.
-- *_client_*: had the promised hours been counted round the clock; over client_count tickets promised hours and not business days. value: as in the tickets; null: not stated.
select provider, client, month, promise_kind,
  case
    when grouping(priority) = 0 then 'priority' when grouping(kind) = 0 then 'kind' when grouping(team) = 0 then 'team' when grouping(agent) = 0 then 'agent'
    when grouping(channel) = 0 then 'channel' when grouping(category) = 0 then 'category' else 'hour'
  end as dimension,
  case dimension
    when 'priority' then priority::varchar when 'kind' then kind when 'team' then team when 'agent' then agent
    when 'channel' then channel when 'category' then category else created_hour::varchar
  end as value,
  count(*) as promised_count,
  count(*) filter (outcome = 'met') as met_count,
  count(*) filter (outcome = 'breached') as breached_count,
  count(*) filter (outcome = 'running') as running_count,
  count(*) filter (outcome = 'unknown') as unknown_count,
  count(outcome_client) as client_count,
  count(*) filter (outcome_client = 'met') as client_met_count,
  count(*) filter (outcome_client = 'breached') as client_breached_count,
  count(*) filter (outcome_client = 'running') as client_running_count,
  count(*) filter (outcome_client = 'unknown') as client_unknown_count,
  count(target_ratio) as target_count, sum(target_ratio) as target_total, min(target_ratio) as target_low, max(target_ratio) as target_high
from intermediate.outcomes as o
join intermediate.tickets as t using (ticket_key)
where t.client is not null and t.is_counted and o.promise_kind in ('response', 'resolve')
group by grouping sets (
  (provider, client, month, promise_kind, priority), (provider, client, month, promise_kind, kind), (provider, client, month, promise_kind, team), (provider, client, month, promise_kind, agent),
  (provider, client, month, promise_kind, channel), (provider, client, month, promise_kind, category), (provider, client, month, promise_kind, created_hour))
