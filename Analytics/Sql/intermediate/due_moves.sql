-- One row per ticket and promise whose due time its pauses move: by moved_seconds of the promise's clock. Stored as a table, by ticket.
-- A pause moves it that begins while some of the promised time is left. is_waiting: the last of them still goes on. DECISIONS.md, "Pauses".
with paused as (
  select ticket_key, measure, to_epoch, open_seconds, is_pause,
    sum(open_seconds) over w - open_seconds - coalesce(sum(open_seconds) filter (is_pause) over w, 0) + case when is_pause then open_seconds else 0 end as used_seconds,
    to_epoch = max(to_epoch) over (partition by ticket_key, measure) as is_last
  from intermediate.stretches
  window w as (partition by ticket_key, measure order by from_epoch, to_epoch rows between unbounded preceding and current row)
)
select s.ticket_key, s.measure as promise_kind, sum(s.open_seconds)::bigint as moved_seconds, bool_or(s.is_last and not d.is_done) as is_waiting
from paused as s
join intermediate.promised_seconds as p on p.ticket_key = s.ticket_key and p.promise_kind = s.measure
join intermediate.spans as d on d.ticket_key = s.ticket_key and d.measure = s.measure
where s.is_pause and s.used_seconds < p.promised_seconds
group by s.ticket_key, s.measure
