-- One row per client, month and measure: sums over the month's done tickets that have both clocks, and how many still wait. Stored as a table. Columns as in marts.clock_gaps.
select t.provider, t.client, t.month, d.measure,
  count(*) filter (d.is_done) as ticket_count,
  coalesce(sum(d.client_seconds) filter (d.is_done), 0) as client_seconds, coalesce(sum(d.contract_seconds) filter (d.is_done), 0) as contract_seconds,
  coalesce(sum(d.out_of_hours_seconds) filter (d.is_done), 0) as out_of_hours_seconds, coalesce(sum(d.holiday_seconds) filter (d.is_done), 0) as holiday_seconds,
  coalesce(sum(d.agreed_pause_seconds) filter (d.is_done), 0) as agreed_pause_seconds, coalesce(sum(d.unsupported_pause_seconds) filter (d.is_done), 0) as unsupported_pause_seconds,
  count(d.client_open_seconds) filter (d.is_done) as open_ticket_count, coalesce(sum(d.client_open_seconds) filter (d.is_done), 0) as client_open_seconds,
  count(*) filter (not d.is_done) as waiting_count, coalesce(sum(d.client_seconds) filter (not d.is_done), 0) as waiting_client_seconds
from intermediate.durations as d
join intermediate.tickets as t using (ticket_key)
where t.client is not null and t.is_counted and d.contract_seconds is not null
group by all
