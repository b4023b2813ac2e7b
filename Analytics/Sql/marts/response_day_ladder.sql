-- One row per client, month, span (month; trailing: the trailing_months ending with it), clock and business_days (0: the same business day, 1: the next …).
-- clock: contract, business days of the contract's calendar; client, of the client's own opening hours. answered_ratio = answered by the end of that day / all tickets, 0..1, with Wilson 95 % interval.
select provider, client, month, span, clock, business_days, sum(ticket_count)::bigint as ticket_count, sum(answered_count)::bigint as answered_count,
  sum(answered_count) / sum(ticket_count)::double as answered_ratio,
  computed.wilson_low(sum(answered_count)::bigint, sum(ticket_count)::bigint) as wilson_low, computed.wilson_high(sum(answered_count)::bigint, sum(ticket_count)::bigint) as wilson_high
from (
  select provider, client, month, 'month' as span, clock, business_days, ticket_count, answered_count
  from intermediate.day_ladder_counts
  union all
  select m.provider, m.client, m.month, 'trailing', l.clock, l.business_days, l.ticket_count, l.answered_count
  from intermediate.months as m
  cross join reference.settings as s
  join intermediate.day_ladder_counts as l
    on l.client = m.client and l.provider = m.provider and l.month between m.month - to_months(s.trailing_months - 1) and m.month
)
group by all
