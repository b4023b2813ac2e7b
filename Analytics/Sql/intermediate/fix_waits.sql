-- One row per client, month and episode of a failure that began in the trailing_months ending with it: how long it stayed fixed. Stored as a table.
-- seconds: from its end to the next episode of its group (is_return), else to the cutoff of the provider's data. An episode still going on has none.
with ends as (
  select provider, client, max(cutoff_at) as end_at from intermediate.tickets group by all
),
fixed as (
  select e.provider, e.client, e.month, e.finished_at, lead(e.started_at) over (partition by e.failure_group_id order by e.episode_number) as next_at
  from intermediate.failure_episodes as e
  where not e.is_upstream
)
select m.provider, m.client, m.month, f.next_at is not null as is_return,
  greatest(0, epoch(coalesce(f.next_at, d.end_at) - f.finished_at))::bigint as seconds
from intermediate.months as m
cross join reference.settings as s
join fixed as f on f.provider = m.provider and f.client = m.client and f.month between m.month - to_months(s.trailing_months - 1) and m.month
join ends as d on d.provider = m.provider and d.client = m.client
where f.finished_at < d.end_at
