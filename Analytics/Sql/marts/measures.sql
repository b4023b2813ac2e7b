-- One row per source and measure: can it be measured from what was loaded, and if not, what is missing. place orders them by how often people ask. Stored as a table.
-- missing: the needs of reference.measures that are not met, comma-separated; null where it is measurable. A field counts where at least one ticket has it filled.
with filled as (
  select provider, source, field as need from marts.readiness where filled_count > 0
),
counted as (
  select s.source, s.provider, s.is_survivors_only, s.is_one_priority, e.state_event_count, e.priority_event_count, e.sided_message_count,
    count(t.ticket_key) as ticket_count, count(p.client) as promised_count, c.source is not null as has_calls, w.source is not null as has_time_entries
  from intermediate.selections as s
  join staging.evidence as e using (source)
  left join intermediate.tickets as t on t.source = s.source
  left join (select distinct client from reference.promises) as p on p.client = t.client
  left join (select distinct source from staging.calls where log_kind <> 'bill' and is_answered is not null) as c on c.source = s.source
  left join (select distinct source from staging.time_entries) as w on w.source = s.source
  group by all
),
had as (
  from filled
  union all
  select provider, source, unnest(list_filter([
    case when state_event_count > 0 then 'state_history' end,
    case when priority_event_count > 0 then 'priority_history' end,
    case when sided_message_count > 0 then 'messages' end,
    case when has_calls then 'calls' end,
    case when has_time_entries then 'time_entries' end,
    case when ticket_count > 0 and not is_survivors_only then 'open_tickets' end,
    case when ticket_count > 0 and not is_one_priority then 'priorities' end,
    case when promised_count > 0 then 'promise' end], x -> x is not null))
  from counted
),
checked as (
  select c.provider, c.source, m.place, m.measure, m.need,
    bool_or(h.need is not null) as is_met
  from counted as c
  cross join reference.measures as m
  left join had as h on h.source = c.source and list_contains(string_split(m.need, '|'), h.need)
  group by all
)
select provider, source, measure, bool_and(is_met) as is_measurable, string_agg(need, ',' order by need) filter (not is_met) as missing, place
from checked
group by provider, source, measure, place
