-- One row per client, month, span and measure: span month (against the month before) or half (the trailing comparison_months against those before); only where the client's data reach back over both. No rows for files that hold only tickets that ended.
-- measure response_attainment: n, before_n tickets met or breached; ratio, before_ratio 0..1; difference_ratio and its Newcombe 95 % interval.
-- measure response_time (client clock): n, before_n tickets, those still waiting included; Kaplan-Meier medians in seconds, null where not reached; p_value of the log-rank test; difference_seconds of the medians with a bootstrap 95 % interval, an end null where it is not finite.
-- Where more than one draw in twenty has no median, the shares answered within within_seconds (the middle promised time) stand in their place: ratio, before_ratio, difference_ratio and its bootstrap interval.
-- Difference: this span minus the one before; null where too_few, and for times where p_value shows none. reading: better, worse, not_distinguishable, too_few (either n below minimum_n). DECISIONS.md, "Month against month".
select provider, client, month, span, measure, n, before_n, ratio, before_ratio, difference_ratio, difference_ratio_low, difference_ratio_high,
  median_seconds, before_median_seconds, difference_seconds, difference_seconds_low, difference_seconds_high, within_seconds, p_value, reading
from computed.comparisons
