-- One row per client, month and failure group with a ticket in the trailing_months that end with the month: the failure as it stood at the month's end. Columns as in marts.failure_groups, counted up to then. Stored as a table.
-- month_count: its episodes of that month. person_count, lost_low_seconds, lost_high_seconds: who reported it in the trailing months and their working time lost, as in marts.lost_work, over
-- measured_count of its trailing_count episodes. days_since_last_fix_failed: from its last return to the month's end; null where it never returned.
-- event_count, watched_days, mtbf_days, mtbf_low, mtbf_high, wording, direction, p_adjusted: as in marts.devices, from its first episode on, over the client's failures; null (wording dates) below three events.
-- title: the subject of its newest ticket. asset, category, requester: where all its tickets that state one state the same, as first written.
-- shared_words: up to three words most of its links rest on, as written. is_for_review: joined mostly by words, and more than guard_ratio of the client's failure tickets of the last chronic_days, of guard_n
-- or more: more likely a set phrase than one failure, so not to be told before somebody has looked. DECISIONS.md, "Trend of a failure" and "The same failure".
with ends as (
  select provider, client, max(cutoff_at) as end_at from intermediate.tickets group by all
),
months as (
  select m.provider, m.client, m.month, (m.month - to_months(s.trailing_months - 1))::date as first_month, least(m.month_end_at, e.end_at) as until_at, s.chronic_days, s.guard_ratio, s.guard_n
  from intermediate.months as m
  cross join reference.settings as s
  join ends as e using (provider, client)
),
present as (
  select distinct m.provider, m.client, m.month, m.first_month, m.until_at, m.chronic_days, t.failure_group_id
  from months as m
  join intermediate.episodes as t on t.provider = m.provider and t.client = m.client and t.month between m.first_month and m.month
),
tickets_of_month as (
  select t.failure_group_id, t.month, max(t.ticket_number) as last_number,
    min(t.ticket_number) filter (t.asset is not null) as asset_number,
    min(hash(lower(trim(t.asset)))) filter (t.asset is not null) as low_asset, max(hash(lower(trim(t.asset)))) filter (t.asset is not null) as high_asset,
    min(t.ticket_number) filter (t.category is not null) as category_number,
    min(hash(lower(trim(t.category)))) filter (t.category is not null) as low_category, max(hash(lower(trim(t.category)))) filter (t.category is not null) as high_category,
    min(t.ticket_number) filter (t.requester is not null) as requester_number,
    min(hash(lower(trim(t.requester)))) filter (t.requester is not null) as low_requester, max(hash(lower(trim(t.requester)))) filter (t.requester is not null) as high_requester,
    count(*) as ticket_count, count(*) filter (t.tier = 'A') as tier_a_count, count(*) filter (t.tier = 'B') as tier_b_count, count(*) filter (t.tier = 'C') as tier_c_count
  from intermediate.episodes as t
  join ends as e using (provider, client)
  where t.created_at < e.end_at
  group by all
),
counted as (
  select p.provider, p.client, p.month, p.failure_group_id, max(t.last_number) as last_number,
    case when min(t.low_asset) = max(t.high_asset) then min(t.asset_number) end as asset_number,
    case when min(t.low_category) = max(t.high_category) then min(t.category_number) end as category_number,
    case when min(t.low_requester) = max(t.high_requester) then min(t.requester_number) end as requester_number, sum(t.ticket_count)::bigint as ticket_count,
    sum(t.tier_a_count)::bigint as tier_a_count, sum(t.tier_b_count)::bigint as tier_b_count, sum(t.tier_c_count)::bigint as tier_c_count
  from present as p
  join tickets_of_month as t on t.failure_group_id = p.failure_group_id and t.month <= p.month
  group by all
),
tickets as (
  select c.* exclude (last_number, asset_number, category_number, requester_number), l.subject as title, a.asset, k.category, r.requester
  from counted as c
  join intermediate.episodes as l on l.failure_group_id = c.failure_group_id and l.ticket_number = c.last_number
  left join intermediate.episodes as a on a.failure_group_id = c.failure_group_id and a.ticket_number = c.asset_number
  left join intermediate.episodes as k on k.failure_group_id = c.failure_group_id and k.ticket_number = c.category_number
  left join intermediate.episodes as r on r.failure_group_id = c.failure_group_id and r.ticket_number = c.requester_number
),
recent_of_group as (
  select p.month, p.failure_group_id, count(*) as recent_count
  from present as p
  join intermediate.episodes as t on t.failure_group_id = p.failure_group_id and t.created_at > p.until_at - to_days(p.chronic_days) and t.created_at < p.until_at
  group by all
),
recent as (
  select m.provider, m.client, m.month, count(*) as recent_count
  from months as m
  join intermediate.episodes as t on t.provider = m.provider and t.client = m.client and t.created_at > m.until_at - to_days(m.chronic_days) and t.created_at < m.until_at
  group by all
),
episodes_of_month as (
  select e.failure_group_id, e.month, count(*) filter (not e.is_upstream) as episode_count, count(*) filter (e.is_upstream) as upstream_count,
    min(e.started_at) as first_at, max(e.started_at) as last_at, max(e.started_at) filter (e.days_since_previous is not null) as last_return_at,
    count(*) filter (e.days_since_previous <= 7) as repeats_7d, count(*) filter (e.days_since_previous <= 30) as repeats_30d, count(*) filter (e.days_since_previous <= 90) as repeats_90d,
    bool_or(e.is_chronic) as is_chronic, count(l.lost_low_seconds) filter (not e.is_upstream) as measured_count,
    sum(l.lost_low_seconds) filter (not e.is_upstream) as lost_low_seconds, sum(l.lost_high_seconds) filter (not e.is_upstream) as lost_high_seconds
  from intermediate.failure_episodes as e
  join ends as d using (provider, client)
  left join intermediate.lost_work as l on l.failure_group_id = e.failure_group_id and l.episode_number = e.episode_number
  where e.started_at < d.end_at
  group by all
),
episodes as (
  select p.provider, p.client, p.month, p.failure_group_id,
    sum(e.episode_count)::bigint as episode_count, sum(e.upstream_count)::bigint as upstream_count, min(e.first_at) as first_at, max(e.last_at) as last_at,
    sum(e.repeats_7d)::bigint as repeats_7d, sum(e.repeats_30d)::bigint as repeats_30d, sum(e.repeats_90d)::bigint as repeats_90d,
    bool_or(e.is_chronic) as is_chronic, coalesce(sum(e.episode_count) filter (e.month = p.month), 0)::bigint as month_count,
    epoch(any_value(p.until_at) - max(e.last_return_at)) / 86400.0 as days_since_last_fix_failed,
    coalesce(sum(e.episode_count) filter (e.month >= p.first_month), 0)::bigint as trailing_count,
    coalesce(sum(e.measured_count) filter (e.month >= p.first_month), 0)::bigint as measured_count,
    sum(e.lost_low_seconds) filter (e.month >= p.first_month)::bigint as lost_low_seconds,
    sum(e.lost_high_seconds) filter (e.month >= p.first_month)::bigint as lost_high_seconds
  from present as p
  join episodes_of_month as e on e.failure_group_id = p.failure_group_id and e.month <= p.month
  group by all
),
people as (
  select p.provider, p.client, p.month, p.failure_group_id, count(distinct h.person) as person_count
  from present as p
  join intermediate.failure_episodes as e on e.failure_group_id = p.failure_group_id and e.month between p.first_month and p.month and not e.is_upstream
  join intermediate.episode_people as h on h.failure_group_id = e.failure_group_id and h.episode_number = e.episode_number
  where h.reported_at < p.until_at
  group by all
),
words_of_month as (
  select failure_group_id, month, lower(word) as word_key, min(word) as word, count(*) as n
  from (
    select t.failure_group_id, t.month, unnest(string_split(l.shared_terms, ' · ')) as word
    from intermediate.episodes as t
    join ends as e using (provider, client)
    join computed.failure_links as l using (ticket_key, earlier_key)
    where t.created_at < e.end_at
  )
  where word <> ''
  group by all
),
words as (
  select provider, client, month, failure_group_id, array_to_string(list(word order by n desc, word)[:3], ' · ') as shared_words
  from (
    select p.provider, p.client, p.month, p.failure_group_id, min(w.word) as word, sum(w.n) as n
    from present as p
    join words_of_month as w on w.failure_group_id = p.failure_group_id and w.month <= p.month
    group by p.provider, p.client, p.month, p.failure_group_id, w.word_key
  )
  group by all
)
select t.provider, t.client, t.month, t.failure_group_id, t.title, t.asset, t.category, t.requester, t.ticket_count,
  e.episode_count, e.upstream_count, e.month_count, e.trailing_count, e.first_at, e.last_at, e.repeats_7d, e.repeats_30d, e.repeats_90d, e.is_chronic,
  case when t.asset is not null and t.tier_b_count > 0 then 'asset' when t.requester is not null and t.tier_c_count > 0 then 'requester' else 'text' end as evidence,
  t.tier_a_count, t.tier_b_count, t.tier_c_count, w.shared_words,
  coalesce(h.person_count, 0) as person_count, e.measured_count, e.lost_low_seconds, e.lost_high_seconds, e.days_since_last_fix_failed,
  r.event_count, r.watched_days, r.mtbf_days, r.mtbf_low, r.mtbf_high, r.p_adjusted, coalesce(r.wording, 'dates') as wording, r.direction,
  coalesce(t.tier_c_count > t.tier_a_count + t.tier_b_count and n.recent_count >= m.guard_n and g.recent_count > m.guard_ratio * n.recent_count, false) as is_for_review
from tickets as t
join episodes as e using (provider, client, month, failure_group_id)
join months as m using (provider, client, month)
left join recent as n using (provider, client, month)
left join recent_of_group as g using (month, failure_group_id)
left join people as h using (provider, client, month, failure_group_id)
left join words as w using (provider, client, month, failure_group_id)
left join computed.recurrences as r on r.scope = 'failure' and r.provider = t.provider and r.client = t.client and r.month = t.month and r.system_key = t.failure_group_id
