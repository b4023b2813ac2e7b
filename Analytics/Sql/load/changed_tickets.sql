-- One row per ticket whose rows may differ from what the models hold: in a load after $built_load, not answered or not over by then, or deleted in its tool; and what it was merged with.
create temp table delta_changed as
with recursive changed as (
select source, ticket_id from raw.tickets where load_id > $built_load
union
select source, ticket_id from raw.events where load_id > $built_load
union
select source, ticket_id from raw.messages where load_id > $built_load
union
select source, ticket_id from staging.deletions
union
select t.source, t.ticket_id
from intermediate.spans as s
join intermediate.assignments as t using (ticket_key)
where s.is_measurable and not s.is_done
),
merged as materialized (
  select distinct source, ticket_id, merged_into as other_id from raw.tickets where merged_into is not null
  union
  select distinct source, merged_into, ticket_id from raw.tickets where merged_into is not null
),
together as (
  from changed
  union
  select m.source, m.other_id from together as t join merged as m using (source, ticket_id)
)
from together
