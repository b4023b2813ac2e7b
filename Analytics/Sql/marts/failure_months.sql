-- One row per client, month and failure group with a ticket in the trailing_months that end with the month: the failure as it stood at the month's end. Columns as in marts.failure_groups, counted up to then. Stored as a table.
-- month_count: its episodes of that month. person_count, lost_low_seconds, lost_high_seconds: who reported it in the trailing months and their working time lost, as in marts.lost_work, over
-- measured_count of its trailing_count episodes. days_since_last_fix_failed: from its last return to the month's end; null where it never returned.
-- event_count, watched_days, mtbf_days, mtbf_low, mtbf_high, wording, direction, p_adjusted: as in marts.devices, from its first episode on, over the client's failures; null (wording dates) below three events.
-- title, asset, category, requester: as in intermediate.failure_month_tickets.
-- shared_words: up to three words most of its links rest on, as written. is_for_review: joined mostly by words, and more than guard_ratio of the client's failure tickets of the last chronic_days, of guard_n
-- or more: more likely a set phrase than one failure, so not to be told before somebody has looked. DECISIONS.md, "Trend of a failure" and "The same failure".
select t.provider, t.client, t.month, t.failure_group_id, t.title, t.asset, t.category, t.requester, t.ticket_count,
  e.episode_count, e.upstream_count, e.month_count, e.trailing_count, e.first_at, e.last_at, e.repeats_7d, e.repeats_30d, e.repeats_90d, e.is_chronic,
  case when t.asset is not null and t.tier_b_count > 0 then 'asset' when t.requester is not null and t.tier_c_count > 0 then 'requester' else 'text' end as evidence,
  t.tier_a_count, t.tier_b_count, t.tier_c_count, w.shared_words,
  e.person_count, e.measured_count, e.lost_low_seconds, e.lost_high_seconds, e.days_since_last_fix_failed,
  r.event_count, r.watched_days, r.mtbf_days, r.mtbf_low, r.mtbf_high, r.p_adjusted, coalesce(r.wording, 'dates') as wording, r.direction,
  coalesce(t.tier_c_count > t.tier_a_count + t.tier_b_count and t.client_recent_count >= s.guard_n and t.recent_count > s.guard_ratio * t.client_recent_count, false) as is_for_review
from intermediate.failure_month_tickets as t
join intermediate.failure_month_episodes as e using (provider, client, month, failure_group_id)
cross join reference.settings as s
left join intermediate.failure_month_words as w using (provider, client, month, failure_group_id)
left join computed.recurrences as r on r.scope = 'failure' and r.provider = t.provider and r.client = t.client and r.month = t.month and r.system_key = t.failure_group_id
