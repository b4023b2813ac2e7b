-- One row per device of a client and episode of its failures; event_at null for a device without any. Instants UTC. Stored as a table.
-- first_at: its first ticket of any kind; a failure that is this ticket itself is no event, since the device was not watched before it. end_at: the cutoff of the client's newest data.
with devices as (
  select provider, client, lower(trim(asset)) as asset_key, min(asset) as asset, min(created_at) as first_at
  from intermediate.tickets
  where client is not null and is_counted and trim(asset) <> '' and not computed.is_placeholder(asset)
  group by all
),
ends as (
  select provider, client, max(cutoff_at) as end_at from intermediate.tickets group by all
),
episodes as (
  select provider, client, lower(trim(asset)) as asset_key, failure_group_id, episode_number, min(created_at) as event_at, max(finished_at) as finished_at
  from intermediate.episodes
  where trim(asset) <> '' and ticket_key not in (select ticket_key from intermediate.shared_failures where scope = 'upstream')
  group by all
)
select d.provider, d.client, d.asset_key, d.asset, d.first_at, e.end_at, p.event_at, p.finished_at
from devices as d
join ends as e using (provider, client)
left join episodes as p on p.provider = d.provider and p.client = d.client and p.asset_key = d.asset_key
where e.end_at > d.first_at
