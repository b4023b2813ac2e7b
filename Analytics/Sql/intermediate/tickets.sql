-- One row per ticket: intermediate.assignments with what its source says of all its tickets. A view, by ticket.
-- data_end_at, as_of_at, cutoff_at (UTC) move with every load, so they stand with the source and not with the ticket.
select t.*, s.provider, s.side, s.time_zone, s.data_end_at, s.as_of_at, s.cutoff_at, e.response_semantics, e.evidence_tier
from intermediate.assignments as t
join staging.sources as s using (source)
join staging.evidence as e using (source)
