-- One row per client, month, question (promise, urgent, rest, resolution, reminders, phone, same_problems) and side with anything to count: over the trailing_months ending with the month. Stored as a table.
-- asked_count: tickets (calls, failures) the question is about; measurable_count: of them those the data can answer for; decided_count: decided by the yardstick; hit_count: of those kept (answered; reminded; returned).
-- unknown_count: with a yardstick, not decided. rated_count: with a priority. twice_count: reminded twice or more. target_*: of the contract, as in intermediate.attainment_counts.
-- half_seconds: the time by which half of the measurable tickets were answered, unanswered ones as never; null where half never were.
with spans as (
  select m.provider, m.client, m.month, (m.month - to_months(b.months_back))::date as ticket_month
  from intermediate.verdict_months as m
  cross join (select unnest(range(trailing_months))::integer as months_back from reference.settings) as b
),
tickets as (
  select p.provider, p.client, p.month, q.question, q.side, q.yardstick,
    count(*) as asked_count, count(*) filter (q.is_measurable) as measurable_count, count(q.is_within) as decided_count, count(*) filter (q.is_within) as hit_count,
    count(*) filter (q.yardstick is not null and q.is_measurable and q.is_within is null) as unknown_count, count(*) filter (q.is_rated) as rated_count,
    count(q.target_ratio) as target_count, sum(q.target_ratio) as target_total, min(q.target_ratio) as target_low, max(q.target_ratio) as target_high,
    min(q.asked_seconds) as asked_low_seconds, max(q.asked_seconds) as asked_high_seconds,
    nullif(quantile_disc(case when q.is_done then q.waited_seconds else 9e15::bigint end, 0.5) filter (q.is_measurable), 9e15::bigint) as half_seconds,
    bool_or(q.is_survivors_only) as is_survivors_only
  from spans as p
  join intermediate.verdict_tickets as q on q.provider = p.provider and q.client = p.client and q.month = p.ticket_month
  group by all
),
reminded as (
  select p.provider, p.client, p.month, 'reminders' as question, t.side,
    count(*) as asked_count, count(*) as measurable_count, count(*) as decided_count, count(*) filter (c.chaser_count >= 1) as hit_count, count(*) filter (c.chaser_count >= 2) as twice_count
  from spans as p
  join intermediate.tickets as t on t.provider = p.provider and t.client = p.client and t.month = p.ticket_month
  join intermediate.chaser_counts as c on c.ticket_key = t.ticket_key and c.is_person
  group by all
),
called as (
  select p.provider, p.client, p.month, 'phone' as question, s.side,
    count(*) filter (c.way = 'to_provider' or c.log_kind = 'bill') as asked_count,
    count(*) filter (c.way = 'to_provider' and c.log_kind <> 'bill') as measurable_count,
    count(c.is_answered) filter (c.way = 'to_provider' and c.log_kind <> 'bill') as decided_count,
    count(*) filter (c.is_answered and c.way = 'to_provider' and c.log_kind <> 'bill') as hit_count
  from spans as p
  join intermediate.calls as c on c.provider = p.provider and c.client = p.client and c.month = p.ticket_month
  join staging.sources as s using (source)
  group by all
),
counted_sides as (
  select t.provider, t.client, case when bool_or(t.side = 'provider') then 'provider' else 'client' end as side
  from intermediate.tickets as t
  join marts.measures as m on m.source = t.source and m.measure = 'repeats' and m.is_measurable
  where t.is_counted and t.client is not null
  group by all
),
returned as (
  select r.provider, r.client, r.month, 'same_problems' as question, c.side, r.trailing_episode_count as asked_count, r.trailing_episode_count as measurable_count,
    r.trailing_episode_count as decided_count, r.trailing_repeat_30d_count as hit_count
  from intermediate.repeat_counts as r
  join counted_sides as c using (provider, client)
)
from tickets
union all by name
from reminded
union all by name
from called
union all by name
from returned
