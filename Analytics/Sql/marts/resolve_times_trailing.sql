-- One row per client, month, clock and priority (null: all together), over the trailing_months ending with that month. Columns as in marts.resolve_times.
select v.provider, v.client, v.month, v.clock, v.value_number as priority, v.ticket_count, v.answered_count, v.median_seconds, v.p90_seconds, v.median_low, v.median_high, v.p90_low, v.p90_high
from computed.survival as v
join reference.settings as s on v.window_months = s.trailing_months
where v.measure = 'resolve' and (v.dimension is null or v.dimension = 'priority' and v.value_number > 0)
