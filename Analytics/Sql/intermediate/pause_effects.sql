-- One row per client, month and promise kind: outcomes with and without pauses, over the month's promised tickets. Stored as a table. Columns as in marts.pause_effects.
select t.provider, t.client, t.month, o.promise_kind,
  count(*) as promised_count, count(*) filter (d.pause_high_seconds > 0) as paused_count, count(*) filter (d.unsupported_pause_seconds > 0) as unsupported_count,
  count(*) filter (outcome = 'met') as met_count, count(*) filter (outcome = 'breached') as breached_count,
  count(*) filter (outcome_supported = 'met') as supported_met_count, count(*) filter (outcome_supported = 'breached') as supported_breached_count,
  count(*) filter (outcome_unpaused = 'met') as unpaused_met_count, count(*) filter (outcome_unpaused = 'breached') as unpaused_breached_count
from intermediate.outcomes as o
join intermediate.tickets as t using (ticket_key)
join intermediate.durations as d on d.ticket_key = o.ticket_key and d.measure = o.promise_kind
where t.client is not null and t.is_counted
group by all
