-- One row per source and agent as its histories write agents (id_key: lower case, often a number), with the name its lists give whoever that is. Stored as a table.
-- The name that most of the tickets with that agent last in their history have in the list; none where no name is on more than half of them.
with assigned as (
  select t.source, t.ticket_id, t.agent, arg_max(lower(trim(coalesce(e.value, e.value_text))), e.event_number) as id_key
  from staging.events as e
  join intermediate.tickets as t using (source, ticket_id)
  where e.kind = 'agent' and trim(coalesce(e.value, e.value_text)) <> ''
  group by all
),
counted as (
  select source, id_key, agent, count(*) as ticket_count
  from assigned
  where agent is not null and not computed.is_placeholder(agent)
  group by all
)
select source, id_key, arg_max(agent, ticket_count) as agent
from counted
group by source, id_key
having max(ticket_count) * 2 > sum(ticket_count)
