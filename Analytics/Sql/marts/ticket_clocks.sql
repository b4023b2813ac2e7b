-- One row per counted ticket and measure (response, resolve) that is done: both clocks and what lies between them. Whole seconds; null where the client has no contract hours.
-- client_seconds = contract_seconds + out_of_hours_seconds + holiday_seconds + agreed_pause_seconds + unsupported_pause_seconds. client_open_seconds: while the client's own office was open.
-- is_pause_counted: the tool only counted its waiting, and the pause is its share of working time. DECISIONS.md, "Two clocks".
select t.provider, t.client, t.month, t.source, t.ticket_id, d.measure, d.client_seconds, d.contract_seconds,
  d.out_of_hours_seconds, d.holiday_seconds, d.agreed_pause_seconds, d.unsupported_pause_seconds, d.client_open_seconds, d.is_pause_counted
from intermediate.durations as d
join intermediate.tickets as t using (ticket_key)
where t.client is not null and t.is_counted and d.is_done
