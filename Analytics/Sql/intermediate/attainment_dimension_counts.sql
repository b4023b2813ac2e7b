-- One row per client, month, promise kind (response, resolve), dimension (priority, kind, team, agent, channel, category, hour) and value of it: counted promised tickets by outcome. Stored as a table.
-- *_client_*: had the promised hours been counted round the clock; over client_count tickets promised hours and not business days. value: as in the tickets; null: not stated.
-- Texts are counted by their 64-bit hash and named at the end: ten million tickets with all their texts would not fit a join's memory.
with keyed as (
  select ticket_key, hash(provider, client) as client_hash, month, priority, hash(kind) as kind_hash, hash(team) as team_hash, hash(agent) as agent_hash,
    hash(channel) as channel_hash, hash(category) as category_hash, created_hour
  from intermediate.tickets
  where client is not null and is_counted
),
counted as (
  select client_hash, month, promise_kind,
    case
      when grouping(priority) = 0 then 'priority' when grouping(kind_hash) = 0 then 'kind' when grouping(team_hash) = 0 then 'team' when grouping(agent_hash) = 0 then 'agent'
      when grouping(channel_hash) = 0 then 'channel' when grouping(category_hash) = 0 then 'category' else 'hour'
    end as dimension,
    case dimension
      when 'priority' then priority when 'kind' then kind_hash when 'team' then team_hash when 'agent' then agent_hash
      when 'channel' then channel_hash when 'category' then category_hash else created_hour
    end::ubigint as value_key,
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
  join keyed as t using (ticket_key)
  where o.promise_kind in ('response', 'resolve')
  group by grouping sets (
    (client_hash, month, promise_kind, priority), (client_hash, month, promise_kind, kind_hash), (client_hash, month, promise_kind, team_hash), (client_hash, month, promise_kind, agent_hash),
    (client_hash, month, promise_kind, channel_hash), (client_hash, month, promise_kind, category_hash), (client_hash, month, promise_kind, created_hour))
),
clients as (select distinct hash(provider, client) as client_hash, provider, client from intermediate.tickets where client is not null and is_counted),
values_named as (
  select distinct 'kind' as dimension, hash(kind) as value_key, kind as value from intermediate.tickets
  union all
  select distinct 'team', hash(team), team from intermediate.tickets
  union all
  select distinct 'agent', hash(agent), agent from intermediate.tickets
  union all
  select distinct 'channel', hash(channel), channel from intermediate.tickets
  union all
  select distinct 'category', hash(category), category from intermediate.tickets
)
select k.provider, k.client, c.month, c.promise_kind, c.dimension,
  case when c.dimension in ('priority', 'hour') then c.value_key::varchar else n.value end as value,
  c.* exclude (client_hash, month, promise_kind, dimension, value_key)
from counted as c
join clients as k using (client_hash)
left join values_named as n on n.dimension = c.dimension and n.value_key = c.value_key
