-- One row per client, month and question (monitoring_tools, it_manager, advice_process): what the client answered, and what its tickets of the trailing_months ending with the month show. DECISIONS.md, "Red flags". Stored as a table.
-- answer: yes, no, unknown, the newest by the end of the month; null: not asked. evidence_count of ticket_count: tickets a tool opened; problems looked into, planned work and projects; subjects of advice or planning.
-- reading: confirmed (answer and tickets agree), contradicted (they say the opposite), not_shown (the tickets show nothing, which is no proof), shown (nobody said yes, the tickets show some), not_measurable (fewer than minimum_n tickets).
with answers as (
  select m.provider, m.client, m.month, a.question, arg_max(a.answer, (coalesce(a.answered_on, date '0001-01-01'), a.line)) as answer, max(a.answered_on) as answered_on
  from intermediate.months as m
  join raw.reference_answers as a on a.client = m.client and coalesce(a.answered_on, date '0001-01-01') <= last_day(m.month)
  group by all
),
shown as (
  select provider, client, month, ticket_count, unnest([
    {'question': 'monitoring_tools', 'evidence_count': by_tool_count},
    {'question': 'it_manager', 'evidence_count': proactive_count + project_count},
    {'question': 'advice_process', 'evidence_count': advice_count}], recursive := true)
  from marts.work_mix
  where span = 'trailing'
)
select w.provider, w.client, w.month, w.question, a.answer, a.answered_on, w.evidence_count, w.ticket_count,
  case
    when w.ticket_count < s.minimum_n then 'not_measurable'
    when a.answer = 'yes' and w.evidence_count > 0 then 'confirmed'
    when a.answer = 'yes' and w.question = 'monitoring_tools' then 'contradicted'
    when a.answer = 'no' and w.evidence_count > 0 and w.question = 'monitoring_tools' then 'contradicted'
    when a.answer = 'no' and w.evidence_count = 0 then 'confirmed'
    when w.evidence_count > 0 then 'shown'
    else 'not_shown'
  end as reading
from shown as w
cross join reference.settings as s
left join answers as a using (provider, client, month, question)
