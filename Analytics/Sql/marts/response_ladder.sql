-- One row per client, month, clock (client, client_open: while the client's own office is open, contract) and threshold in seconds. answered_ratio = answered within it / all tickets, 0..1, with its Wilson 95 % interval.
-- bound_high: had the undecided_count tickets, which have not waited that long yet (or ended before with no recorded answer), all been in time. DECISIONS.md, "Ladder".
select *, answered_count / ticket_count::double as answered_ratio, (answered_count + undecided_count) / ticket_count::double as bound_high,
  computed.wilson_low(answered_count, ticket_count) as wilson_low, computed.wilson_high(answered_count, ticket_count) as wilson_high
from intermediate.ladder_counts
