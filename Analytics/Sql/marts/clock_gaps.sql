-- One row per client, month, window (month, trailing: the trailing_months ending with it) and measure (response, resolve): both clocks of its done tickets, and what lies between them.
-- Sums of whole seconds over ticket_count tickets that have both clocks: client_seconds = contract_seconds + out_of_hours_seconds + holiday_seconds + agreed_pause_seconds + unsupported_pause_seconds.
-- waiting_count: tickets not done by the data's end, in none of the sums; waiting_client_seconds: what their clients had waited by then.
-- client_open_seconds: of the client's wait, while the client's own office was open; over open_ticket_count tickets (clients without hours of their own have none). DECISIONS.md, "Two clocks".
select provider, client, month, span, measure,
  sum(ticket_count)::bigint as ticket_count, sum(client_seconds)::bigint as client_seconds, sum(contract_seconds)::bigint as contract_seconds,
  sum(out_of_hours_seconds)::bigint as out_of_hours_seconds, sum(holiday_seconds)::bigint as holiday_seconds,
  sum(agreed_pause_seconds)::bigint as agreed_pause_seconds, sum(unsupported_pause_seconds)::bigint as unsupported_pause_seconds,
  sum(open_ticket_count)::bigint as open_ticket_count, case when sum(open_ticket_count) > 0 then sum(client_open_seconds) end::bigint as client_open_seconds,
  sum(waiting_count)::bigint as waiting_count, sum(waiting_client_seconds)::bigint as waiting_client_seconds
from (
  select m.provider, m.client, m.month, 'month' as span, g.* exclude (provider, client, month)
  from intermediate.months as m join intermediate.clock_gaps as g using (provider, client, month)
  union all
  select m.provider, m.client, m.month, 'trailing', g.* exclude (provider, client, month)
  from intermediate.months as m
  cross join reference.settings as s
  join intermediate.clock_gaps as g
    on g.provider = m.provider and g.client = m.client and g.month between m.month - to_months(s.trailing_months - 1) and m.month
)
group by all
