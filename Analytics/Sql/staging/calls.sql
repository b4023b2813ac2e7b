-- One row per telephone call, up to the as-of. A call the log numbers is told by the latest export that has it; every row without a number is a call of its own (the load has left out those known before).
-- A log writes a row for each telephone a call rings at: they are one call, answered where one of them was; what else it says is the answered leg's, else the longest's.
-- number_key: the last ten digits of the other party's number (of an incoming call the caller's, of any other the callee's); null below six digits.
-- See DECISIONS.md, "Calls".
with legs as (
  select c.*, coalesce(c.call_id, format('{}:{}', c.load_id, c.line)) as call_key,
    rank() over (partition by c.source, c.call_id, coalesce(c.call_id, format('{}:{}', c.load_id, c.line)) order by coalesce(l.exported_at, l.data_end_at) desc, c.load_id desc) as telling
  from raw.calls as c
  join raw.loads as l using (load_id)
),
whole as (
  select source, call_id, min(started_at) as started_at, bool_or(is_answered) as is_answered, bool_or(is_time_ambiguous) as is_time_ambiguous,
    arg_max({
      'log_kind': log_kind, 'direction': direction, 'caller': caller, 'callee': callee, 'client_text': client_text,
      'duration_seconds': duration_seconds, 'ring_seconds': ring_seconds
    }, {'is_answered': coalesce(is_answered, false), 'duration': coalesce(duration_seconds, -1), 'line': -line}) as told
  from legs
  where telling = 1
  group by source, call_id, call_key
),
dialled as (
  select * exclude (told), unnest(told),
    regexp_replace(coalesce(if(told.direction = 'in', coalesce(told.caller, told.callee), coalesce(told.callee, told.caller)), ''), '[^0-9]', '', 'g') as digits
  from whole
)
select d.* exclude (digits), case when length(digits) >= 6 then right(digits, 10) end as number_key
from dialled as d
join staging.sources as s using (source)
where not s.is_cut or d.started_at <= s.as_of_at
