-- One row per client and axis (load, immediacy) of which four questions or more are answered: the class its newest answers come to. Stored as a table.
-- score: mean of the answers, 0 (low) to 2 (high). The answer to how soon somebody must answer is the least the class of immediacy can be.
with newest as (
  select client, question, arg_max(answer, (coalesce(answered_on, date '0001-01-01'), line)) as answer
  from raw.reference_answers
  where starts_with(question, 'load_') or starts_with(question, 'immediacy_')
  group by all
),
scored as (
  select client, split_part(question, '_', 1) as axis, question, case answer when 'low' then 0 when 'middle' then 1 else 2 end as score
  from newest
)
select client, axis, count(*) as answer_count, avg(score) as score,
  greatest(case when avg(score) < 2 / 3.0 then 0 when avg(score) < 4 / 3.0 then 1 else 2 end, coalesce(max(score) filter (question = 'immediacy_answer'), 0)) as class
from scored
group by client, axis
having count(*) >= 4
