-- One row per client, month and clock (client, client_open: while the client's own office is open, contract): the Kaplan-Meier median and 90th percentile of the time to resolution, in seconds.
-- Tickets still waiting stay in as "longer than". median_low, median_high, p90_low, p90_high: 95 % log-log intervals. Null: not reached, or not measurable.
select provider, client, month, clock, ticket_count, answered_count, median_seconds, p90_seconds, median_low, median_high, p90_low, p90_high
from computed.survival
where measure = 'resolve' and window_months = 1 and dimension is null
