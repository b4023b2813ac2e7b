-- One row per month and chronic failure with an episode in the trailing_months that end with it: was it looked into for good, and did it stay away? As known at the month's end.
-- fix_ticket_id, fixed_at: the last problem the provider opened, change, or project of the client about the same device (or naming a ticket of the failure in its subject) that began after the failure first came and had ended by then;
-- null: none. A ticket about the same device need not be about the failure, so this is inferred (tier T4).
-- after_count: episodes of the failure that began after it. outcome: none, too_young (fewer than chronic_days since, and none came), stayed_away, came_back. days_since_fix: from fixed_at to the month's end.
with months as (
  select m.provider, m.client, m.month, least(m.month_end_at, e.end_at) as until_at, s.trailing_months, s.chronic_days
  from intermediate.months as m
  cross join reference.settings as s
  join (select provider, client, max(cutoff_at) as end_at from intermediate.tickets group by all) as e using (provider, client)
),
chronic as (
  select m.provider, m.client, m.month, m.until_at, m.chronic_days, e.failure_group_id, min(e.started_at) as first_at, count(*) as episode_count
  from months as m
  join intermediate.failure_episodes as e on e.provider = m.provider and e.client = m.client and e.started_at < m.until_at and not e.is_upstream
  group by all
  having bool_or(e.is_chronic) and max(e.month) >= m.month - to_months(m.trailing_months - 1)
),
reports as (
  select failure_group_id, lower(trim(asset)) as asset_key, ltrim(lower(trim(number)), '#') as number_key, created_at
  from intermediate.episodes
),
work as (
  select t.provider, t.client, t.ticket_id, t.created_at, t.ended_at, case when not computed.is_placeholder(t.asset) then lower(trim(t.asset)) end as asset_key,
    list_transform(regexp_extract_all(lower(coalesce(t.subject, '')), '#[a-z0-9-]+'), n -> ltrim(n, '#')) as named
  from intermediate.work_kinds as k
  join intermediate.tickets as t using (ticket_key)
  where k.work = 'project' or k.work = 'proactive' and k.kind in ('problem', 'change')
),
fixes as (
  select c.month, c.failure_group_id, max_by(w.ticket_id, (w.ended_at, w.ticket_id)) as fix_ticket_id, max(w.ended_at) as fixed_at
  from chronic as c
  join work as w on w.provider = c.provider and w.client = c.client and w.created_at > c.first_at and w.ended_at < c.until_at
  where exists (from reports as r where r.failure_group_id = c.failure_group_id and r.created_at < w.ended_at and (r.asset_key = w.asset_key or list_contains(w.named, r.number_key)))
  group by all
),
after as (
  select c.provider, c.client, c.month, c.failure_group_id, c.episode_count, c.until_at, c.chronic_days, f.fix_ticket_id, f.fixed_at, count(e.started_at) as after_count
  from chronic as c
  left join fixes as f using (month, failure_group_id)
  left join intermediate.failure_episodes as e on e.failure_group_id = c.failure_group_id and not e.is_upstream and e.started_at > f.fixed_at and e.started_at < c.until_at
  group by all
)
select provider, client, month, failure_group_id, episode_count, fix_ticket_id, fixed_at, after_count, epoch(until_at - fixed_at) / 86400.0 as days_since_fix,
  case
    when fixed_at is null then 'none'
    when after_count > 0 then 'came_back'
    when until_at < fixed_at + to_days(chronic_days) then 'too_young'
    else 'stayed_away'
  end as outcome
from after
