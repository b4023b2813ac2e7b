-- One row per client and month: the scorecard. Stored as a table. Counts of counted tickets created in the month unless the name says otherwise.
-- resolved_count: ended in the month, whenever created. backlog_count: open at the month's end. repeat_*: failure episodes that started in the month
-- and came back within repeat_days (repeat_7d_count, repeat_90d_count: within 7 and 90 days); ratios 0..1 with Wilson 95 % intervals; trailing_*: over the trailing_months ending with the month.
-- trailing_month_count: how many of those months the client's data has, trailing_months or fewer. as_of_at: the instant the figures look from, the as-of or
-- data_end_at where that comes first. *_seconds_total: sums over answered tickets, null where not measurable. is_survivors_only: the files hold only tickets that ended, so backlog_count is null.
with sources as (
  select provider, client,
    case when count(distinct response_semantics) = 1 then any_value(response_semantics) else 'mixed' end as response_semantics,
    min(evidence_tier) as evidence_tier, max(data_end_at) as data_end_at, max(cutoff_at) as as_of_at
  from intermediate.tickets
  where client is not null and exclusion is distinct from 'client_side'
  group by provider, client
),
promised as (select distinct client from reference.promises)
select
  f.provider, f.client, f.month,
  f.ticket_count, f.incident_count, f.request_count, f.other_count, f.resolved_count, f.backlog_count,
  f.unanswered_count, f.closed_without_answer_count, s.response_semantics, s.evidence_tier,
  f.response_client_seconds_total, f.response_contract_seconds_total, f.answered_count,
  r.episode_count, r.repeat_7d_count, r.repeat_30d_count, r.repeat_90d_count,
  r.repeat_30d_count / nullif(r.episode_count, 0)::double as repeat_ratio,
  computed.wilson_low(r.repeat_30d_count, r.episode_count) as repeat_low,
  computed.wilson_high(r.repeat_30d_count, r.episode_count) as repeat_high,
  s.data_end_at, s.as_of_at, f.trailing_ticket_count, f.trailing_month_count,
  r.trailing_episode_count, r.trailing_repeat_7d_count, r.trailing_repeat_30d_count, r.trailing_repeat_90d_count,
  r.trailing_repeat_30d_count / nullif(r.trailing_episode_count, 0)::double as trailing_repeat_ratio,
  computed.wilson_low(r.trailing_repeat_30d_count, r.trailing_episode_count) as trailing_repeat_low,
  computed.wilson_high(r.trailing_repeat_30d_count, r.trailing_episode_count) as trailing_repeat_high,
  p.client is not null as has_promises,
  z.users, z.endpoints, f.zone, c.minimum_n, l.is_survivors_only, l.is_one_priority
from intermediate.client_flows as f
join sources as s on s.client = f.client and s.provider = f.provider
left join intermediate.repeat_counts as r on r.client = f.client and r.provider = f.provider and r.month = f.month
join intermediate.client_selections as l on l.client = f.client and l.provider = f.provider
left join promised as p on p.client = f.client
join intermediate.client_sizes as z on z.provider = f.provider and z.client = f.client and z.month = f.month
cross join reference.settings as c
