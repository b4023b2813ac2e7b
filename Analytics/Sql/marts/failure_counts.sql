-- One row per client and month: did it have too many failures? episode_count: its own failures that began in the month (what several clients had at once left out).
-- expected_count: the mean of the months before (month_count of them, up to the trailing_months), null with fewer than run_months; alarming_count: the smallest count, 3 or more, that chance brings in no more than many_false_ratio of months:
-- Poisson, or negative binomial where the months before varied more than that (is_dispersed). is_many: the month has so many. DECISIONS.md, "Too many this month".
select provider, client, month, episode_count, month_count, expected_count, is_dispersed, alarming_count, episode_count >= alarming_count as is_many
from computed.failure_counts
