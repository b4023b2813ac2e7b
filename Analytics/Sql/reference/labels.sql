-- One row per pair of tickets a person has looked at, in either order of the two. is_same: they report the same failure; of a pair labelled twice the last row holds. Stored as a table.
with pairs as (
  select source, ticket_id, earlier_source, earlier_ticket_id, is_same, line from raw.reference_labels
  union all
  select earlier_source, earlier_ticket_id, source, ticket_id, is_same, line from raw.reference_labels
)
select source, ticket_id, earlier_source, earlier_ticket_id, arg_max(is_same, line) as is_same
from pairs
group by source, ticket_id, earlier_source, earlier_ticket_id
