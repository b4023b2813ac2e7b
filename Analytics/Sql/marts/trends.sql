-- One row per client, month and series: response_attainment, resolve_attainment (ratios 0..1), tickets, incidents, requests (opened in the month), backlog (open at its end), response_median (seconds, client clock).
-- value: null where not measurable. n: the tickets behind a ratio or a median. Each month is judged from itself and the months before it.
-- basis: laney (ratios) or xmr from limits_months values on, with lower_limit and upper_limit; run from run_months on, with centre only (also where the first limits_months did not vary); else none.
-- centre and limits are those of the first limits_months values. spread: Laney's sigma z: the limits of a month with another n are centre +- 3 * spread * sqrt(centre * (1 - centre) / n).
-- signal: outside (the limits), shift (seventh in a row on one side of the centre), drift (seventh in a row rising or falling), near_limit (two of three beyond two thirds of the way to a limit), null: ordinary variation.
-- direction: better or worse for the client, where there is a signal; null for tickets, incidents and requests. DECISIONS.md, "Trend".
select provider, client, month, series, value, n, centre, lower_limit, upper_limit, spread, signal, direction, basis
from computed.trends
