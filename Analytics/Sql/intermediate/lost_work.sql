-- One row per episode whose people and time are known: seconds of its people's working time that it cost, as a range. A view.
-- Each person loses, of their own opening hours from their report to its end, a share that depends on the priority (urgent: between work gone hard and work stopped;
-- medium or unknown: between a nuisance and work gone hard; low: up to a nuisance), and at the high end the time to find the thread again. DECISIONS.md, "Lost work".
select p.failure_group_id, p.episode_number, count(*) as person_count, sum(p.open_seconds)::bigint as open_seconds,
  sum(p.open_seconds * case when e.priority <= 2 then s.blocked_degraded_ratio when coalesce(e.priority, 3) = 3 then s.blocked_nuisance_ratio else 0 end)::bigint as lost_low_seconds,
  sum(p.open_seconds * case when e.priority <= 2 then s.blocked_stopped_ratio when coalesce(e.priority, 3) = 3 then s.blocked_degraded_ratio else s.blocked_nuisance_ratio end
    + s.refocus_seconds)::bigint as lost_high_seconds
from intermediate.episode_people as p
join intermediate.failure_episodes as e using (failure_group_id, episode_number)
cross join reference.settings as s
group by p.failure_group_id, p.episode_number
having count(*) = count(p.open_seconds)
