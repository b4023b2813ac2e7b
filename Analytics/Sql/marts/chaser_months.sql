-- One row per client, month and span (month; trailing: the trailing_months ending with it): how often the client had to write again. Counts of counted tickets created then whose messages say who wrote them, and whose requester is a person.
-- chased_count: tickets with a chaser; one_count, two_count, three_count: with one, two, three or more; twice_count: with two or more; headline_*: with one that asked again after the promise (or one business day). *_ratio of ticket_count, 0..1, Wilson 95 % interval beside it.
-- chaser_count, before_answer_chaser_count, after_due_chaser_count, asked_again_chaser_count, added_information_chaser_count, headline_chaser_count: chasers, not tickets.
-- median_waited_*_seconds: at the first chaser, of chased tickets. DECISIONS.md, "Chasers".
with counts as (
  select provider, client, month, span,
    count(*) as ticket_count,
    sum(chaser_count)::bigint as chaser_count,
    count(*) filter (chaser_count >= 1) as chased_count,
    count(*) filter (chaser_count = 1) as one_count,
    count(*) filter (chaser_count = 2) as two_count,
    count(*) filter (chaser_count >= 3) as three_count,
    count(*) filter (chaser_count >= 2) as twice_count,
    count(*) filter (headline_count >= 1) as headline_count,
    sum(before_answer_count)::bigint as before_answer_chaser_count,
    sum(after_due_count)::bigint as after_due_chaser_count,
    sum(asked_again_count)::bigint as asked_again_chaser_count,
    sum(added_information_count)::bigint as added_information_chaser_count,
    sum(headline_count)::bigint as headline_chaser_count,
    round(median(first_waited_client_seconds::double))::bigint as median_waited_client_seconds,
    round(median(first_waited_contract_seconds::double))::bigint as median_waited_contract_seconds
  from intermediate.chaser_spans
  group by provider, client, month, span
)
select *,
  chased_count / ticket_count::double as chased_ratio, computed.wilson_low(chased_count, ticket_count) as chased_low, computed.wilson_high(chased_count, ticket_count) as chased_high,
  one_count / ticket_count::double as one_ratio, computed.wilson_low(one_count, ticket_count) as one_low, computed.wilson_high(one_count, ticket_count) as one_high,
  two_count / ticket_count::double as two_ratio, computed.wilson_low(two_count, ticket_count) as two_low, computed.wilson_high(two_count, ticket_count) as two_high,
  three_count / ticket_count::double as three_ratio, computed.wilson_low(three_count, ticket_count) as three_low, computed.wilson_high(three_count, ticket_count) as three_high,
  twice_count / ticket_count::double as twice_ratio, computed.wilson_low(twice_count, ticket_count) as twice_low, computed.wilson_high(twice_count, ticket_count) as twice_high,
  headline_count / ticket_count::double as headline_ratio, computed.wilson_low(headline_count, ticket_count) as headline_low, computed.wilson_high(headline_count, ticket_count) as headline_high
from counts
