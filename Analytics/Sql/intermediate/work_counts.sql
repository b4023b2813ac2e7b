-- One row per client and month with tickets: what kinds of work they were. Stored as a table.
select provider, client, month, count(*) as ticket_count, count(*) filter (work = 'reactive') as reactive_count, count(*) filter (work = 'request') as request_count,
  count(*) filter (work = 'proactive') as proactive_count, count(*) filter (work = 'project') as project_count, count(*) filter (work = 'unclassified') as unclassified_count,
  count(*) filter (is_by_tool) as by_tool_count, count(*) filter (is_noise) as noise_count, count(*) filter (is_advice) as advice_count, count(*) filter (kind = 'problem' and work = 'proactive') as problem_count
from intermediate.work_kinds
group by all
