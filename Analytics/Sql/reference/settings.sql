-- One row: the business constants of data/reference/settings.csv, a column each, units last.
select
  max(value) filter (setting = 'repeat_days')::integer as repeat_days,
  max(value) filter (setting = 'episode_grace_hours')::integer as episode_grace_hours,
  max(value) filter (setting = 'stale_days')::integer as stale_days,
  max(value) filter (setting = 'minimum_n')::integer as minimum_n,
  max(value) filter (setting = 'chronic_episodes')::integer as chronic_episodes,
  max(value) filter (setting = 'chronic_days')::integer as chronic_days,
  max(value) filter (setting = 'trailing_months')::integer as trailing_months,
  max(value) filter (setting = 'comparison_months')::integer as comparison_months,
  max(value) filter (setting = 'repeat_amber_ratio') as repeat_amber_ratio,
  max(value) filter (setting = 'backlog_low_months') as backlog_low_months,
  max(value) filter (setting = 'backlog_high_months') as backlog_high_months,
  max(value) filter (setting = 'typed_after_seconds')::integer as typed_after_seconds,
  max(value) filter (setting = 'population_n')::integer as population_n,
  max(value) filter (setting = 'one_priority_ratio') as one_priority_ratio,
  max(value) filter (setting = 'one_requester_ratio') as one_requester_ratio,
  max(value) filter (setting = 'one_asset_ratio') as one_asset_ratio,
  max(value) filter (setting = 'archived_gap_days')::integer as archived_gap_days,
  max(value) filter (setting = 'zone_n')::integer as zone_n
from raw.reference_settings
