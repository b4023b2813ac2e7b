-- One row per provider, role (agent, requester) and name on tickets and time entries, however it is capitalised: who must not be named where people are hidden. client: a requester's; null for an agent.
-- first_at: the creation of the first ticket with it, else the first work, UTC.
with agents as (
  select provider, agent, created_at as met_at from marts.tickets
  union all
  select provider, agent, worked_at from marts.time_entries
)
select provider, null::varchar as client, 'agent' as role, min(agent) as name, min(met_at) as first_at
from agents
where agent is not null
group by provider, lower(trim(agent))
union all
select provider, client, 'requester', min(requester), min(created_at)
from marts.tickets
where requester is not null
group by provider, client, lower(trim(requester))
