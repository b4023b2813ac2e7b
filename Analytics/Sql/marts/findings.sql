-- One row per finding worth telling a client about a month, ranked by weight; the first three are told (the best favourable one third at the latest). Stored as a table.
-- Every finding stands on ticket_count >= minimum_n tickets (or episodes) of the trailing months. code names it; Reports has the words.
-- ratio, low, high, target_ratio 0..1; seconds, other_seconds; count; detail: text from the tickets, as written. weight orders the ranking.
-- Nothing in favour is found in files that hold only tickets that ended.
-- is_favourable: what the whole interval says, good (true) or bad (false); null where it says neither.
with attained as (
  select provider, client, month, promise_kind, met_count + breached_count as n, attained_ratio, wilson_low, wilson_high, target_ratio, reading
  from marts.attainment_trailing
  where priority is null and promise_kind in ('response', 'resolve') and reading in ('met', 'missed', 'not_distinguishable')
),
starts as (
  select provider, client, min(month) as first_month
  from intermediate.months
  group by provider, client
),
compared as (
  select n.provider, n.client, n.month, n.ticket_count, n.median_seconds, n.median_low, n.median_high, b.median_seconds as before_seconds, b.median_low as before_low, b.median_high as before_high
  from computed.survival as n
  cross join reference.settings as s
  join starts as f on f.client = n.client and f.provider = n.provider and f.first_month <= n.month - to_months(2 * s.comparison_months - 1)
  join computed.survival as b
    on b.client = n.client and b.provider = n.provider and b.measure = n.measure and b.clock = n.clock and b.window_months = n.window_months
    and b.dimension is null and b.month = n.month - to_months(s.comparison_months) and b.ticket_count >= s.minimum_n
  where n.measure = 'response' and n.clock = 'client' and n.window_months = s.comparison_months and n.dimension is null
),
chronic as (
  select m.provider, m.client, m.month, m.trailing_ticket_count, count(*) as episode_count, concat_ws(' · ', coalesce(g.asset, g.requester), g.category) as detail
  from marts.client_months as m
  cross join reference.settings as s
  join intermediate.failure_episodes as e
    on not e.is_upstream and e.client = m.client and e.provider = m.provider and e.month between m.month - to_months(s.trailing_months - 1) and m.month
  join marts.failure_groups as g on g.client = e.client and g.provider = e.provider and g.failure_group_id = e.failure_group_id
  group by m.provider, m.client, m.month, m.trailing_ticket_count, g.failure_group_id, g.asset, g.requester, g.category, s.chronic_episodes
  having count(*) >= s.chronic_episodes and bool_or(e.is_chronic)
  qualify row_number() over (partition by m.provider, m.client, m.month order by count(*) desc, g.failure_group_id) = 1
),
candidates as (
  select provider, client, month,
    promise_kind || case reading when 'not_distinguishable' then '_not_distinguishable' else '_target_' || reading end as code,
    case reading when 'met' then true when 'missed' then false end as is_favourable,
    n as ticket_count, attained_ratio as ratio, wilson_low as low, wilson_high as high, target_ratio,
    null::bigint as seconds, null::bigint as other_seconds, null::bigint as count, null as detail,
    case reading when 'met' then 50 when 'missed' then 90 else 20 end + case promise_kind when 'response' then 5 else 0 end as weight
  from attained
  union all
  select provider, client, month, case when median_high < before_low then 'response_faster' else 'response_slower' end,
    median_high < before_low, ticket_count, null, null, null, null, median_seconds, before_seconds, null, null, 75
  from compared
  where median_high < before_low or median_low > before_high
  union all
  select m.provider, m.client, m.month, 'failures_return', case when m.trailing_repeat_low >= s.repeat_amber_ratio then false end, m.trailing_episode_count, m.trailing_repeat_ratio, m.trailing_repeat_low, m.trailing_repeat_high,
    null, null, null, m.trailing_repeat_30d_count, null, 60 + (100 * m.trailing_repeat_low)::integer
  from marts.client_months as m
  cross join reference.settings as s
  where m.trailing_repeat_30d_count > 0 and m.trailing_repeat_high >= s.repeat_amber_ratio
  union all
  select m.provider, m.client, m.month, 'failures_stay_away', true, m.trailing_episode_count, m.trailing_repeat_ratio, m.trailing_repeat_low, m.trailing_repeat_high,
    null, null, null, m.trailing_repeat_30d_count, null, 40
  from marts.client_months as m
  cross join reference.settings as s
  where m.trailing_repeat_high < s.repeat_amber_ratio
  union all
  select provider, client, month, 'chronic_failure', false, trailing_ticket_count, null, null, null, null, null, null, episode_count, detail, 85
  from chronic
  union all
  select provider, client, month, 'no_promise', false, trailing_ticket_count, null, null, null, null, null, null, null, null, 70
  from marts.client_months
  where not has_promises
  union all
  select provider, client, month, 'response_not_measurable', null, trailing_ticket_count, null, null, null, null, null, null, null, null, 45
  from marts.client_months
  where response_semantics = 'none'
  union all
  select m.provider, m.client, m.month, 'backlog_low', true, m.trailing_ticket_count, null, null, null, null, null, null, m.backlog_count, null, 30
  from marts.client_months as m
  cross join reference.settings as s
  where m.backlog_count <= m.trailing_ticket_count / m.trailing_month_count::double * s.backlog_low_months
  union all
  select m.provider, m.client, m.month, 'backlog_high', false, m.trailing_ticket_count, null, null, null, null, null, null, m.backlog_count, null, 65
  from marts.client_months as m
  cross join reference.settings as s
  where m.backlog_count > m.trailing_ticket_count / m.trailing_month_count::double * s.backlog_high_months
  union all
  select v.provider, v.client, v.month, v.measure || '_median', null, v.ticket_count, null, null, null, null, v.median_seconds, null, null, null,
    case v.measure when 'response' then 15 else 10 end
  from computed.survival as v
  join reference.settings as s on v.window_months = s.trailing_months
  where v.measure in ('response', 'resolve') and v.clock = 'client' and v.dimension is null and v.median_seconds is not null
),
passed as (
  select c.*,
    c.is_favourable is true and row_number() over (partition by c.provider, c.client, c.month, c.is_favourable is true order by c.weight desc, c.code) = 1 as is_best_favourable
  from candidates as c
  cross join reference.settings as s
  join intermediate.client_selections as l on l.client = c.client and l.provider = c.provider
  where c.ticket_count >= s.minimum_n and not (l.is_survivors_only and c.is_favourable is true)
),
ordered as (
  select * exclude (place), case when is_best_favourable then least(place, 2.5) else place end as place
  from (select *, row_number() over (partition by provider, client, month order by weight desc, code) as place from passed)
)
select provider, client, month, row_number() over (partition by provider, client, month order by place) as rank,
  * exclude (provider, client, month, is_best_favourable, place)
from ordered
