-- One row per client, month and span (month; trailing: the trailing_months ending with it) with a counted, ended ticket whose client was asked what it thought of the answer.
-- offered_count: asked, answered or not; response_ratio = answered / offered, with Wilson. Both null where an export of the client tells of answers only.
-- good_ratio = good / answered, with its Wilson 95 % interval; net_ratio = (good - bad) / answered, -1..1. Null where nobody answered. See DECISIONS.md, "Satisfaction".
with telling as (
  select source, bool_or(satisfaction = 'offered') as is_offer_told
  from intermediate.tickets
  group by source
),
counted as (
  select t.provider, t.client, t.month,
    count(*) as asked_count, bool_and(w.is_offer_told) as is_offer_told,
    count(*) filter (t.satisfaction = 'good') as good_count, count(*) filter (t.satisfaction = 'neutral') as neutral_count, count(*) filter (t.satisfaction = 'bad') as bad_count
  from intermediate.tickets as t
  join telling as w using (source)
  where t.client is not null and t.is_counted and t.is_ended and t.satisfaction is not null
  group by t.provider, t.client, t.month
),
windows as (
  select *, 'month' as span from counted
  union all by name
  select m.provider, m.client, m.month, 'trailing' as span,
    sum(c.asked_count)::bigint as asked_count, bool_and(c.is_offer_told) as is_offer_told,
    sum(c.good_count)::bigint as good_count, sum(c.neutral_count)::bigint as neutral_count, sum(c.bad_count)::bigint as bad_count
  from intermediate.months as m
  cross join reference.settings as s
  join counted as c on c.provider = m.provider and c.client = m.client and c.month between m.month - to_months(s.trailing_months - 1) and m.month
  group by m.provider, m.client, m.month
),
answered as (
  select *, good_count + neutral_count + bad_count as answered_count, case when is_offer_told then asked_count end as offered_count
  from windows
)
select provider, client, month, span, offered_count, answered_count,
  answered_count / offered_count::double as response_ratio,
  computed.wilson_low(answered_count, offered_count) as response_low,
  computed.wilson_high(answered_count, offered_count) as response_high,
  good_count, neutral_count, bad_count,
  good_count / nullif(answered_count, 0)::double as good_ratio,
  computed.wilson_low(good_count, answered_count) as wilson_low,
  computed.wilson_high(good_count, answered_count) as wilson_high,
  (good_count - bad_count) / nullif(answered_count, 0)::double as net_ratio
from answered
