-- One row per client, month, promise kind (response, resolve), clock, dimension (priority, kind) and value of it (null: not stated), over the trailing_months ending with that month.
-- Each ticket is under one value of a dimension: ticket_count over them is that of marts.response_times_trailing (resolve_times_trailing), where columns are as here.
select v.provider, v.client, v.month, v.measure as promise_kind, v.clock, v.dimension,
  case when v.value_number > 0 then case v.dimension when 'priority' then v.value_number::varchar else computed.kinds()[v.value_number] end end as value,
  v.ticket_count, v.answered_count, v.closed_unanswered_count, v.median_seconds, v.p90_seconds, v.median_low, v.median_high, v.p90_low, v.p90_high
from computed.survival as v
join reference.settings as s on v.window_months = s.trailing_months
where v.measure in ('response', 'resolve') and v.dimension is not null
