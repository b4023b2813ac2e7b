-- One row per client, month and span (month; trailing: the trailing_months ending with it): what its failures cost in working time of the people who reported them, as a range with its assumptions.
-- episode_count: failures; measured_count: those with people and opening hours known; lost_*_seconds: over those, null where there is none. person_count: reports, once a person and failure.
-- upstream_*: of what several clients had at once, which is in no other column. returned_lost_*_seconds: of it by failures that came back within repeat_days. The shares are settings blocked_*_ratio and refocus_seconds, assumptions of ours. DECISIONS.md, "Lost work".
with months as (
  select provider, client, month, 'month' as span, month as first_month from intermediate.months
  union all
  select m.provider, m.client, m.month, 'trailing', (m.month - to_months(s.trailing_months - 1))::date
  from intermediate.months as m
  cross join reference.settings as s
)
select m.provider, m.client, m.month, m.span, count(*) filter (not e.is_upstream) as episode_count, count(l.lost_low_seconds) filter (not e.is_upstream) as measured_count,
  sum(l.person_count) filter (not e.is_upstream)::bigint as person_count,
  sum(l.open_seconds) filter (not e.is_upstream)::bigint as open_seconds, sum(l.lost_low_seconds) filter (not e.is_upstream)::bigint as lost_low_seconds,
  sum(l.lost_high_seconds) filter (not e.is_upstream)::bigint as lost_high_seconds,
  sum(l.lost_low_seconds) filter (e.is_repeat_30d)::bigint as returned_lost_low_seconds, sum(l.lost_high_seconds) filter (e.is_repeat_30d)::bigint as returned_lost_high_seconds,
  count(*) filter (e.is_upstream) as upstream_episode_count, sum(l.lost_low_seconds) filter (e.is_upstream)::bigint as upstream_lost_low_seconds,
  sum(l.lost_high_seconds) filter (e.is_upstream)::bigint as upstream_lost_high_seconds
from months as m
join intermediate.failure_episodes as e on e.provider = m.provider and e.client = m.client and e.month between m.first_month and m.month
left join intermediate.lost_work as l using (failure_group_id, episode_number)
group by m.provider, m.client, m.month, m.span
