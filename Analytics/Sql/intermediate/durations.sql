-- One row per ticket and measure (response, resolve). Stored as a table, by ticket.
-- From its creation to its answer (end) where is_done, else to the cutoff; null where not measurable. Whole seconds:
-- client_seconds: wall time. contract_seconds: the contract's working time less its pauses. client_open_seconds: wall time while the client's own office was open.
-- What lies between the two clocks: out_of_hours_seconds, holiday_seconds, agreed_pause_seconds, unsupported_pause_seconds; with contract_seconds they are client_seconds.
-- Where the tool only counts its waiting (is_pause_counted), the pause lies between pause_low_seconds and pause_high_seconds of working time; the contract clock takes its share of it. DECISIONS.md, "Pauses".
with summed as (
  select ticket_key, measure,
    sum(wall_seconds)::bigint as wall_seconds, sum(open_seconds)::bigint as open_seconds, sum(weekly_seconds)::bigint as weekly_seconds,
    sum(client_open_seconds)::bigint as client_open_seconds,
    coalesce(sum(open_seconds) filter (is_pause and is_supported is not false), 0)::bigint as agreed_seconds,
    coalesce(sum(open_seconds) filter (is_pause and is_supported is false), 0)::bigint as unsupported_seconds
  from intermediate.stretches
  group by ticket_key, measure
),
counted as (
  select s.*, d.question_id, d.done_at, d.is_measurable, d.is_done,
    case when h.state is null and t.paused_seconds > 0 and s.measure = 'resolve' and list_contains(d.pause_states, 'pending') then least(t.paused_seconds, s.wall_seconds) end as counter_seconds
  from summed as s
  join intermediate.spans as d using (ticket_key, measure)
  join intermediate.tickets as t using (ticket_key)
  left join staging.histories as h using (source, ticket_id)
),
placed as (
  select *,
    coalesce(counter_seconds > 0, false) as is_pause_counted,
    case when counter_seconds > 0 then greatest(0, counter_seconds - (wall_seconds - open_seconds)) else agreed_seconds + unsupported_seconds end as pause_low_seconds,
    case when counter_seconds > 0 then least(counter_seconds, open_seconds) else agreed_seconds + unsupported_seconds end as pause_high_seconds,
    case when counter_seconds > 0 then (counter_seconds * open_seconds / nullif(wall_seconds, 0))::bigint else agreed_seconds end as agreed_pause_seconds
  from counted
)
select
  ticket_key, measure, question_id, done_at, is_measurable, is_done,
  wall_seconds as client_seconds, open_seconds, open_seconds - agreed_pause_seconds - unsupported_seconds as contract_seconds, client_open_seconds,
  wall_seconds - weekly_seconds as out_of_hours_seconds, weekly_seconds - open_seconds as holiday_seconds,
  case when open_seconds is not null then agreed_pause_seconds end as agreed_pause_seconds,
  case when open_seconds is not null then unsupported_seconds end as unsupported_pause_seconds,
  is_pause_counted, pause_low_seconds, pause_high_seconds
from placed
