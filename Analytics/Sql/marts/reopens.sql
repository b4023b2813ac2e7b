-- One row per client, month and span (month; trailing: the trailing_months ending with it): tickets that came back after they were resolved, apart from failures that came back in a ticket of their own.
-- resolved_count: tickets created then that were resolved at least once and of which it is known whether they were reopened; null where that is not measurable. reopened_count: of them those reopened, but not by thanks alone
-- (thanks_count; where no message tells, a reopening counts). reopened_ratio 0..1 with Wilson bounds, null below minimum_n.
-- median_seconds: from the solution to the first such reopening, over timed_count tickets whose history tells it; null with fewer than minimum_n. DECISIONS.md, "Reopened".
with firsts as (
  select ticket_key, count(*) filter (is_thanks is not true) as real_count, epoch(arg_min(reopened_at - over_at, event_number) filter (is_thanks is not true))::bigint as seconds
  from intermediate.reopenings
  group by ticket_key
),
tickets as (
  select t.provider, t.client, t.month, t.reopen_count > 0 as is_reopened, coalesce(f.real_count = 0, false) as is_thanks_only, f.seconds
  from intermediate.tickets as t
  left join firsts as f using (ticket_key)
  where t.client is not null and t.is_counted and t.reopen_count is not null and (t.is_ended or t.reopen_count > 0)
),
spans as (
  select provider, client, month, 'month' as span, month as first_month from intermediate.months
  union all
  select m.provider, m.client, m.month, 'trailing', (m.month - to_months(s.trailing_months - 1))::date
  from intermediate.months as m
  cross join reference.settings as s
),
counted as (
  select p.provider, p.client, p.month, p.span, nullif(count(t.client), 0) as resolved_count,
    count(*) filter (t.is_reopened and not t.is_thanks_only) as reopened_count, count(*) filter (t.is_reopened and t.is_thanks_only) as thanks_count,
    count(t.seconds) filter (t.is_reopened) as timed_count, median(t.seconds) filter (t.is_reopened) as median_seconds
  from spans as p
  left join tickets as t on t.provider = p.provider and t.client = p.client and t.month between p.first_month and p.month
  group by all
)
select c.provider, c.client, c.month, c.span, c.resolved_count,
  case when c.resolved_count > 0 then c.reopened_count end as reopened_count, case when c.resolved_count > 0 then c.thanks_count end as thanks_count,
  case when c.resolved_count >= s.minimum_n then c.reopened_count / c.resolved_count::double end as reopened_ratio,
  case when c.resolved_count >= s.minimum_n then computed.wilson_low(c.reopened_count, c.resolved_count) end as reopened_low,
  case when c.resolved_count >= s.minimum_n then computed.wilson_high(c.reopened_count, c.resolved_count) end as reopened_high,
  c.timed_count, case when c.timed_count >= s.minimum_n then c.median_seconds::bigint end as median_seconds
from counted as c
cross join reference.settings as s
