-- One row per client and month: of the failures that began in the trailing_months ending with it and ended, how many stay away for repeat_days, 0..1.
-- Kaplan-Meier, so that a fix younger than that counts neither for nor against; interval log-log 95 %, null where none came back. episode_count: n; returned_count: came back at any time.
-- Null below minimum_n. DECISIONS.md, "First-time fix".
select f.provider, f.client, f.month, f.episode_count, f.returned_count,
  case when f.episode_count >= s.minimum_n then f.fixed_ratio end as fixed_ratio,
  case when f.episode_count >= s.minimum_n then f.fixed_low end as fixed_low,
  case when f.episode_count >= s.minimum_n then f.fixed_high end as fixed_high
from computed.first_fixes as f
cross join reference.settings as s
