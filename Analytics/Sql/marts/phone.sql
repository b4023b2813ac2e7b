-- One row per client (null: unassigned) and month: could the client reach its provider by telephone? Calls to the provider, whoever's log they stand in; bills aside. Stored as a table.
-- incoming_count = answered_count + abandoned_count + unknown_count (the log does not say). answered_ratio = answered / (answered + abandoned), with its Wilson 95 % interval.
-- called_back_count: abandoned calls whose number the provider called within call_back_hours; called_back_ratio is of those and of the abandoned ones whose hours are over
-- (waiting_count: the others). median_call_back_seconds: of the called back, whole seconds. Null where a client's only log is a bill. See DECISIONS.md, "Calls".
with counted as (
  select provider, client, month,
    bool_or(log_kind <> 'bill') as is_told,
    count(*) filter (way = 'to_provider' and log_kind <> 'bill') as incoming_count,
    count(*) filter (way = 'to_provider' and log_kind <> 'bill' and is_answered) as answered_count,
    count(*) filter (way = 'to_provider' and log_kind <> 'bill' and is_answered = false) as abandoned_count
  from intermediate.calls
  group by provider, client, month
),
called as (
  select provider, client, month,
    count(called_back_seconds) as called_back_count,
    count(*) filter (called_back_seconds is null and not is_over) as waiting_count,
    round(median(called_back_seconds))::bigint as median_call_back_seconds
  from intermediate.call_backs
  group by provider, client, month
),
together as (
  select c.*, coalesce(b.called_back_count, 0) as called_back_count, coalesce(b.waiting_count, 0) as waiting_count, b.median_call_back_seconds
  from counted as c
  left join called as b on b.provider = c.provider and b.client is not distinct from c.client and b.month = c.month
)
select provider, client, month,
  case when is_told then incoming_count end as incoming_count,
  case when is_told then answered_count end as answered_count,
  case when is_told then abandoned_count end as abandoned_count,
  case when is_told then incoming_count - answered_count - abandoned_count end as unknown_count,
  answered_count / nullif(answered_count + abandoned_count, 0)::double as answered_ratio,
  computed.wilson_low(answered_count, answered_count + abandoned_count) as wilson_low,
  computed.wilson_high(answered_count, answered_count + abandoned_count) as wilson_high,
  case when is_told then called_back_count end as called_back_count,
  case when is_told then waiting_count end as waiting_count,
  called_back_count / nullif(abandoned_count - waiting_count, 0)::double as called_back_ratio,
  computed.wilson_low(called_back_count, abandoned_count - waiting_count) as called_back_low,
  computed.wilson_high(called_back_count, abandoned_count - waiting_count) as called_back_high,
  median_call_back_seconds
from together
