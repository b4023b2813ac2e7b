-- One row per client, month, span (month; trailing: the trailing_months ending with it) and agent the ticket is with (null: nobody), whoever asked. Columns as in marts.chaser_months.
select provider, client, month, span, agent,
  count(*) as ticket_count,
  sum(chaser_count)::bigint as chaser_count,
  count(*) filter (chaser_count >= 1) as chased_count,
  count(*) filter (headline_count >= 1) as headline_count,
  count(*) filter (chaser_count >= 1) / count(*)::double as chased_ratio,
  computed.wilson_low(count(*) filter (chaser_count >= 1), count(*)) as chased_low,
  computed.wilson_high(count(*) filter (chaser_count >= 1), count(*)) as chased_high
from intermediate.chaser_spans
group by provider, client, month, span, agent
