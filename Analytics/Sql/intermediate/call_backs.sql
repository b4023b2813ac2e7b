-- One row per call to the provider that nobody answered: was the client called back? Bills aside, which list answered calls only.
-- called_back_seconds: to the provider's first call to the same number within call_back_hours, answered or not; null where there was none, or the client's number is not told.
-- is_over: call_back_hours had gone by at the end of the data; else a call not yet called back may still be.
with backs as (
  select source, number_key, started_at
  from intermediate.calls
  where way = 'from_provider' and number_key is not null
)
select c.provider, c.client, c.month, c.source, c.started_at, c.number_key,
  case when b.started_at <= c.started_at + to_hours(g.call_back_hours) then date_diff('second', c.started_at, b.started_at) end as called_back_seconds,
  c.started_at + to_hours(g.call_back_hours) <= s.cutoff_at as is_over
from intermediate.calls as c
join staging.sources as s using (source)
cross join reference.settings as g
asof left join backs as b on b.source = c.source and b.number_key = c.number_key and b.started_at >= c.started_at
where c.way = 'to_provider' and c.is_answered = false and c.log_kind <> 'bill'
