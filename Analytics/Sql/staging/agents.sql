-- One row per source and name of an agent, as its lists and histories name who works on tickets. Stored as a table. name_key: as names are compared.
select distinct source, lower(trim(agent)) as name_key
from (
  select source, agent from raw.tickets
  union
  select source, coalesce(value, value_text) from raw.events where kind = 'agent'
)
where trim(agent) <> '' and not computed.is_placeholder(agent)
