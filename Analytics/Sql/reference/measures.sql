-- One row per measure and thing it needs. need: a canonical field, or either of two (a|b); state_history, priority_history, messages, calls, time_entries;
-- open_tickets (the files hold those still open too), priorities (more than one), promise (the client's contract). place orders the measures as people ask for them. Stored as a table.
select place, measure, unnest(needs) as need
from (values
  (1, 'response_attainment', ['responded_at', 'promise']),
  (2, 'response_times', ['responded_at', 'open_tickets']),
  (3, 'resolve_attainment', ['resolved_at|closed_at', 'promise']),
  (4, 'resolve_times', ['resolved_at|closed_at', 'open_tickets']),
  (5, 'backlog', ['resolved_at|closed_at|state', 'open_tickets']),
  (6, 'repeats', ['subject|category', 'asset|requester']),
  (7, 'by_priority', ['priority', 'priorities']),
  (8, 'reopenings', ['reopen_count']),
  (9, 'chasers', ['messages']),
  (10, 'pauses', ['state_history']),
  (11, 'pauses_with_reason', ['state_history', 'messages']),
  (12, 'priority_disputes', ['priority_history', 'priorities']),
  (13, 'vendor_verdicts', ['vendor_response_outcome|vendor_resolve_outcome']),
  (14, 'reachability', ['calls']),
  (15, 'satisfaction', ['satisfaction']),
  (16, 'hours', ['time_entries'])) as m (place, measure, needs)
