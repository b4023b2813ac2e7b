-- One row per client, month and span (month: against the month before; half: the trailing comparison_months against those before) whose data reach back over both.
-- Response promises: met_count of judged_count (met or breached), before_*: of the months before. within_seconds: the middle one of the client's promised response times, on which shares of answers are compared where a median is not reached; null where nothing is promised in hours.
-- No rows for clients whose files hold only tickets that ended: theirs cannot be compared. DECISIONS.md, "Month against month".
with spans as (
  select 'month' as span, 1 as span_months
  union all
  select 'half' as span, comparison_months as span_months from reference.settings
),
starts as (
  select provider, client, min(month) as first_month from intermediate.months group by provider, client
),
promised as (
  select t.provider, t.client, quantile_disc(p.seconds, 0.5)::bigint as within_seconds
  from intermediate.ticket_promises as p
  join intermediate.tickets as t using (ticket_key)
  where p.promise_kind = 'response' and t.client is not null and t.is_counted
  group by t.provider, t.client
)
select m.provider, m.client, m.month, s.span, s.span_months::integer as span_months, any_value(w.within_seconds) as within_seconds,
  coalesce(sum(a.met_count) filter (a.month > m.month - to_months(s.span_months)), 0)::bigint as met_count,
  coalesce(sum(a.met_count + a.breached_count) filter (a.month > m.month - to_months(s.span_months)), 0)::bigint as judged_count,
  coalesce(sum(a.met_count) filter (a.month <= m.month - to_months(s.span_months)), 0)::bigint as before_met_count,
  coalesce(sum(a.met_count + a.breached_count) filter (a.month <= m.month - to_months(s.span_months)), 0)::bigint as before_judged_count
from intermediate.months as m
cross join spans as s
join starts as f on f.provider = m.provider and f.client = m.client and f.first_month <= m.month - to_months(2 * s.span_months - 1)
join intermediate.client_selections as l on l.provider = m.provider and l.client = m.client and not l.is_survivors_only
left join promised as w on w.provider = m.provider and w.client = m.client
left join intermediate.attainment_counts as a
  on a.provider = m.provider and a.client = m.client and a.promise_kind = 'response' and a.is_all_priorities
  and a.month > m.month - to_months(2 * s.span_months) and a.month <= m.month
group by m.provider, m.client, m.month, s.span, s.span_months
