-- One row per telephone call, with its client (null: unassigned) and its month, the first day of the month of started_at in the client's zone. Stored as a table.
-- client: by the name the log gives, else by the other party's number, else the source's default client.
-- way: to_provider (incoming in a provider's log, outgoing in a client's own), from_provider (the other way); null: the log does not say, or,
-- of a client's log whose aliases name its provider's numbers, the other party is somebody else. See DECISIONS.md, "Calls".
with known as (select distinct source from reference.telephones),
placed as (
  select c.*, s.provider, s.side, coalesce(a.client, p.client, s.default_client) as client, s.time_zone,
    s.side = 'client' and k.source is not null and p.client is null as is_private
  from staging.calls as c
  join staging.sources as s using (source)
  left join reference.aliases as a on a.source = c.source and a.name_key = lower(trim(c.client_text))
  left join reference.telephones as p on p.source = c.source and p.number_key = c.number_key
  left join known as k on k.source = c.source
)
select
  p.* exclude (side, time_zone, is_private),
  date_trunc('month', timezone(coalesce(k.zone, p.time_zone), timezone('UTC', p.started_at)))::date as month,
  case
    when p.is_private or p.direction is null then null
    when (p.direction = 'in') = (p.side = 'provider') then 'to_provider'
    else 'from_provider'
  end as way
from placed as p
left join reference.clients as k on k.client = p.client
