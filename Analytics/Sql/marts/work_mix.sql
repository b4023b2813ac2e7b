-- One row per client, month and span (month; trailing: the trailing_months ending with it): the client's work by kind, in tickets (no export tells the hours of all). DECISIONS.md, "Work mix".
-- reactive, request, proactive, project and unclassified add up to ticket_count. *_ratio of all of them, 0..1, with Wilson bounds; null where unclassified is more than unclassified_ratio, or there are fewer than minimum_n.
-- unclassified_share: always there. by_tool_count: opened by a machine; noise_count: of them those that cleared themselves, no failures; problem_count: problems the provider opened to look into; advice_count: subjects that speak of advice or planning.
with spans as (
  select m.provider, m.client, m.month, 'month' as span, c.* exclude (provider, client, month)
  from intermediate.months as m
  join intermediate.work_counts as c using (provider, client, month)
  union all
  select m.provider, m.client, m.month, 'trailing', c.* exclude (provider, client, month)
  from intermediate.months as m
  cross join reference.settings as s
  join intermediate.work_counts as c on c.provider = m.provider and c.client = m.client and c.month between m.month - to_months(s.trailing_months - 1) and m.month
),
summed as (
  select provider, client, month, span, sum(ticket_count)::bigint as ticket_count, sum(reactive_count)::bigint as reactive_count, sum(request_count)::bigint as request_count,
    sum(proactive_count)::bigint as proactive_count, sum(project_count)::bigint as project_count, sum(unclassified_count)::bigint as unclassified_count,
    sum(by_tool_count)::bigint as by_tool_count, sum(noise_count)::bigint as noise_count, sum(problem_count)::bigint as problem_count, sum(advice_count)::bigint as advice_count
  from spans
  group by all
),
judged as (
  select w.*, w.unclassified_count / w.ticket_count::double as unclassified_share,
    case when w.ticket_count >= s.minimum_n and w.unclassified_count <= s.unclassified_ratio * w.ticket_count then w.ticket_count end as judged_count
  from summed as w
  cross join reference.settings as s
)
select * exclude (judged_count),
  reactive_count / judged_count::double as reactive_ratio, computed.wilson_low(reactive_count, judged_count) as reactive_low, computed.wilson_high(reactive_count, judged_count) as reactive_high,
  (proactive_count + project_count) / judged_count::double as managed_ratio, computed.wilson_low(proactive_count + project_count, judged_count) as managed_low,
  computed.wilson_high(proactive_count + project_count, judged_count) as managed_high
from judged
