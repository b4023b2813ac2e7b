-- One row per promise of intermediate.priority_bases: promised_seconds on its clock, and by how many the ticket's pauses move it (moved_seconds; is_waiting: the last still goes on). Stored as a table, by ticket.
-- As intermediate.due_moves, over the stretches of the final priority: where that one's calendar, clock or pauses differ (is_same_clock), nothing is moved.
with promised as (
  select b.*, coalesce(b.seconds, w.working_seconds) as promised_seconds,
    c.is_wall_time = (b.clock = 'client') and (c.is_wall_time or c.calendar_version_id = b.calendar_version_id) and c.pause_states = string_split(b.pauses, ',') as is_same_clock
  from intermediate.priority_bases as b
  left join computed.with_working_seconds('intermediate.priority_spans') as w using (ticket_key, promise_kind, question_id)
  join intermediate.contract_calendars as c on c.ticket_key = b.ticket_key and c.measure = b.promise_kind
),
paused as (
  select p.question_id, s.ticket_key, s.measure, s.from_epoch, s.to_epoch, s.open_seconds, s.is_pause, p.promised_seconds,
    sum(s.open_seconds) over w - s.open_seconds - coalesce(sum(s.open_seconds) filter (s.is_pause) over w, 0) + case when s.is_pause then s.open_seconds else 0 end as used_seconds,
    s.to_epoch = max(s.to_epoch) over (partition by p.question_id) as is_last
  from promised as p
  join intermediate.stretches as s on s.ticket_key = p.ticket_key and s.measure = p.promise_kind and p.is_same_clock
  window w as (partition by p.question_id order by s.from_epoch, s.to_epoch rows between unbounded preceding and current row)
),
moved as (
  select x.question_id, sum(x.open_seconds)::bigint as moved_seconds, bool_or(x.is_last and not d.is_done) as is_waiting
  from paused as x
  join intermediate.spans as d on d.ticket_key = x.ticket_key and d.measure = x.measure
  where x.is_pause and x.used_seconds < x.promised_seconds
  group by x.question_id
)
select p.*, coalesce(m.moved_seconds, 0) as moved_seconds, coalesce(m.is_waiting, false) as is_waiting
from promised as p
left join moved as m using (question_id)
