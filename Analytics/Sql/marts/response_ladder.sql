-- One row per client, month, clock (client, contract) and threshold in seconds. answered_ratio = answered within it / all tickets, 0..1.
select *, answered_count / ticket_count::double as answered_ratio
from intermediate.ladder_counts
