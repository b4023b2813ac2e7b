-- One row per client, month and measure: sums over the month's done tickets that have both clocks. Stored as a table. Columns as in marts.clock_gaps.
select t.provider, t.client, t.month, d.measure,
  count(*) as ticket_count, sum(d.client_seconds) as client_seconds, sum(d.contract_seconds) as contract_seconds,
  sum(d.out_of_hours_seconds) as out_of_hours_seconds, sum(d.holiday_seconds) as holiday_seconds,
  sum(d.agreed_pause_seconds) as agreed_pause_seconds, sum(d.unsupported_pause_seconds) as unsupported_pause_seconds,
  count(d.client_open_seconds) as open_ticket_count, coalesce(sum(d.client_open_seconds), 0) as client_open_seconds
from intermediate.durations as d
join intermediate.tickets as t using (ticket_key)
where t.client is not null and t.is_counted and d.is_done and d.contract_seconds is not null
group by all
