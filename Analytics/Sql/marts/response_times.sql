-- One row per client, month and clock (client, client_open: while the client's own office is open, contract): the Kaplan-Meier median and 90th percentile of the time to first response, in seconds.
-- Tickets still waiting stay in as "longer than", closed_unanswered_count of them closed with no recorded answer. DECISIONS.md, "Closed without an answer". median_low, median_high, p90_low, p90_high: 95 % log-log intervals. Null: not reached, or not measurable.
select provider, client, month, clock, ticket_count, answered_count, closed_unanswered_count, median_seconds, p90_seconds, median_low, median_high, p90_low, p90_high
from computed.survival
where measure = 'response' and window_months = 1 and dimension is null
