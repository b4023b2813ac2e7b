-- One row per client, month, clock and threshold in seconds, over the trailing_months ending with that month. Columns as in marts.response_ladder.
select m.provider, m.client, m.month, l.clock, l.threshold_seconds,
  sum(l.ticket_count)::bigint as ticket_count, sum(l.answered_count)::bigint as answered_count, sum(l.undecided_count)::bigint as undecided_count,
  sum(l.answered_count) / sum(l.ticket_count)::double as answered_ratio,
  (sum(l.answered_count) + sum(l.undecided_count)) / sum(l.ticket_count)::double as bound_high,
  computed.wilson_low(sum(l.answered_count)::bigint, sum(l.ticket_count)::bigint) as wilson_low, computed.wilson_high(sum(l.answered_count)::bigint, sum(l.ticket_count)::bigint) as wilson_high
from intermediate.months as m
cross join reference.settings as s
join intermediate.ladder_counts as l
  on l.client = m.client and l.provider = m.provider and l.month between m.month - to_months(s.trailing_months - 1) and m.month
group by all
