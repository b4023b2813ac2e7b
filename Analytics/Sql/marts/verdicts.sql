-- One row per client, month and question, over the trailing_months ending with the month: is it good enough, for what can be told? There is no overall grade. DECISIONS.md, "Verdict". Stored as a table.
-- question: promise (answered within the contract), urgent, rest (first response within what the client expects), reminders (tickets the client had to ask about again), phone (calls answered), same_problems (failures that came back within repeat_days), resolution. place orders them.
-- yardstick: contract, expectation, published, none. asked_low_seconds, asked_high_seconds: what is expected or published, least and most over the tickets. figure: a ratio 0..1, with its Wilson 95 % interval low, high; of same_problems and reminders less is better.
-- target: what the figure is held against; is_target_stated false: the contract or expectation names no share, so verdict_target_ratio. n: tickets (calls, failures) decided; hit_count of them; unknown_count: not decided; twice_count: reminded twice or more.
-- answer: good_enough, not_good_enough, not_enough_evidence, nothing_to_judge_against, not_measurable. reason: why none was given: no_promise, no_expectation, no_measure (nobody publishes or agrees one), no_response_times, no_end_times, no_priorities, no_messages, no_calls, bill_only, no_failures (none that what the file says of them could tell apart),
-- none_yet (no such ticket), too_few (fewer than minimum_n), interval_spans (the interval holds the target), survivors_only (only ended tickets in the file: no good answer rests on them), many_unknown, not_found (many of the client's own records are not in the file).
-- confidence: high (the 99 % interval lies on the same side too), fair; null without an answer. side: whose records the figure rests on: the provider's where they tell enough, else the client's own. half_seconds: half were answered within it.
with questions as (
  select * from (values (1, 'promise'), (2, 'urgent'), (3, 'rest'), (4, 'reminders'), (5, 'phone'), (6, 'same_problems'), (7, 'resolution')) as q (place, question)
),
asked as (
  select m.provider, m.client, m.month, q.place, q.question, c.* exclude (provider, client, month, question)
  from intermediate.verdict_months as m
  cross join questions as q
  cross join reference.settings as s
  left join intermediate.verdict_counts as c on c.provider = m.provider and c.client = m.client and c.month = m.month and c.question = q.question
  qualify row_number() over (
    partition by m.provider, m.client, m.month, q.question
    order by c.yardstick is null and q.question not in ('reminders', 'phone', 'same_problems'),
      not coalesce(c.side = 'provider' and c.decided_count >= s.minimum_n, false), coalesce(c.decided_count, 0) desc, coalesce(c.measurable_count, 0) desc, c.side = 'provider' desc, c.yardstick) = 1
),
sides as (
  select m.provider, m.client, m.month,
    bool_or(t.response_measurable) as is_response_told, bool_or(t.is_end_told) as is_end_told, bool_or(t.is_rated) as is_rated
  from intermediate.verdict_months as m
  cross join reference.settings as s
  join (
    select provider, client, month, bool_or(is_measurable and question in ('urgent', 'rest')) as response_measurable, bool_or(is_measurable and question = 'resolution') as is_end_told, bool_or(is_rated) as is_rated
    from intermediate.verdict_tickets
    group by all
  ) as t on t.provider = m.provider and t.client = m.client and t.month between m.month - to_months(s.trailing_months - 1) and m.month
  group by all
),
missing as (
  select m.provider, m.client, m.month, count(*) filter (not t.is_matched and not t.is_excused) / count(*)::double as missing_ratio
  from intermediate.verdict_months as m
  cross join reference.settings as s
  join marts.ticket_matches as t on t.provider = m.provider and t.client = m.client and t.side = 'client' and t.month between m.month - to_months(s.trailing_months - 1) and m.month
  group by all
),
promised as (select client, bool_or(promise_kind = 'response') as is_response, bool_or(promise_kind = 'resolve') as is_resolve from reference.promises group by client),
expected as (
  select e.client, bool_or(e.promise_kind = 'response' and coalesce(e.priority, 1) <= s.urgent_priority) as is_urgent, bool_or(e.promise_kind = 'response' and coalesce(e.priority, 5) > s.urgent_priority) as is_rest,
    bool_or(e.promise_kind = 'resolve') as is_resolve
  from reference.expectations as e cross join reference.settings as s
  where e.seconds is not null
  group by e.client
),
measured as (
  select a.*, coalesce(a.decided_count, 0) as n, s.minimum_n, s.verdict_unknown_ratio,
    a.question = 'same_problems' as is_less_better,
    case
      when a.question = 'same_problems' then s.repeat_amber_ratio
      when a.yardstick = 'published' then 0.5
      when a.yardstick = 'contract' then coalesce(computed.target_of(a.asked_count, a.target_count, a.target_total, a.target_low, a.target_high), s.verdict_target_ratio)
      when a.yardstick = 'expectation' then s.verdict_target_ratio
    end as target,
    a.question = 'same_problems' or a.yardstick = 'published' or coalesce(a.yardstick = 'contract' and a.target_count = a.asked_count, false) as is_target_stated,
    case
      when a.question in ('reminders', 'phone') then 'none'
      when a.question = 'same_problems' then 'published'
      when a.yardstick is not null then a.yardstick
      when a.question = 'promise' and p.is_response or a.question = 'resolution' and p.is_resolve then 'contract'
      when a.question = 'urgent' and e.is_urgent or a.question = 'rest' and e.is_rest or a.question = 'resolution' and e.is_resolve then 'expectation'
      else 'none'
    end as yardstick_of,
    coalesce(t.is_response_told, false) as is_response_told, coalesce(t.is_end_told, false) as is_end_told, coalesce(t.is_rated, false) as any_rated, coalesce(m.missing_ratio, 0) as missing_ratio
  from asked as a
  cross join reference.settings as s
  left join sides as t using (provider, client, month)
  left join missing as m using (provider, client, month)
  left join promised as p using (client)
  left join expected as e using (client)
),
figures as (
  select *, hit_count / nullif(n, 0)::double as figure, computed.wilson_low(hit_count, n) as low, computed.wilson_high(hit_count, n) as high,
    case when is_less_better then high < target else low >= target end as is_good, case when is_less_better then low > target else high < target end as is_bad,
    abs(figure - target) / sqrt(nullif(target * (1 - target), 0) / n) as z
  from measured
),
read as (
  select *,
    case
      when question = 'phone' then case when coalesce(asked_count, 0) = 0 then 'no_calls' when measurable_count = 0 then 'bill_only' when n = 0 then 'none_yet' end
      when question = 'reminders' then case when n = 0 then 'no_messages' end
      when question = 'same_problems' then case when n = 0 then 'no_failures' end
      when question = 'promise' and yardstick_of = 'none' or question = 'resolution' and yardstick_of = 'none' then null
      when question in ('promise', 'resolution') and yardstick_of = 'contract' and asked_count is null and not any_rated then 'no_priorities'
      when question in ('promise', 'rest', 'urgent') and not is_response_told then 'no_response_times'
      when question = 'resolution' and not is_end_told then 'no_end_times'
      when question = 'urgent' and not any_rated then 'no_priorities'
    end as unmeasured,
    case
      when yardstick_of = 'none' then case when question in ('promise', 'resolution') then 'no_promise' when question in ('urgent', 'rest') then 'no_expectation' else 'no_measure' end
      when n = 0 then 'none_yet'
      when n < minimum_n then 'too_few'
      when is_bad then null
      when not is_good then 'interval_spans'
      when coalesce(is_survivors_only, false) then 'survivors_only'
      when unknown_count > verdict_unknown_ratio * (n + unknown_count) then 'many_unknown'
      when side = 'provider' and missing_ratio > verdict_unknown_ratio then 'not_found'
    end as withheld
  from figures
),
answered as (
  select *,
    case
      when unmeasured is not null then 'not_measurable'
      when yardstick_of = 'none' then 'nothing_to_judge_against'
      when withheld is not null then 'not_enough_evidence'
      when is_good then 'good_enough'
      else 'not_good_enough'
    end as answer
  from read
)
select provider, client, month, place, question, yardstick_of as yardstick, asked_low_seconds, asked_high_seconds,
  case when unmeasured is null then figure end as figure, case when unmeasured is null then low end as low, case when unmeasured is null then high end as high,
  n, hit_count, unknown_count, twice_count, case when yardstick_of <> 'none' then target end as target, case when yardstick_of <> 'none' then is_target_stated end as is_target_stated,
  answer, coalesce(unmeasured, withheld) as reason,
  case when answer in ('good_enough', 'not_good_enough') then case when z >= 2.5758 and not coalesce(is_survivors_only, false) then 'high' else 'fair' end end as confidence,
  side, half_seconds, is_less_better, minimum_n, coalesce(is_survivors_only, false) as is_survivors_only
from answered
