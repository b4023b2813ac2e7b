-- One row per client, month and span (month; trailing: the trailing_months ending with it): how long the client waited, once the talk was under way, from its first message not answered to the provider's next. Client clock, seconds.
-- turn_count: such turns of tickets created then; answered_count of them were answered; median_seconds, p90_seconds: Kaplan-Meier, the others stay in as "longer than"; median_low, median_high: 95 % interval. Null: not reached. DECISIONS.md, "Next reply".
select v.provider, v.client, v.month, case when v.window_months = 1 then 'month' else 'trailing' end as span,
  v.ticket_count as turn_count, v.answered_count, v.ticket_count - v.answered_count as unanswered_count, v.median_seconds, v.p90_seconds, v.median_low, v.median_high
from computed.survival as v
join reference.settings as s on v.window_months in (1, s.trailing_months)
where v.measure = 'reply' and v.dimension is null
