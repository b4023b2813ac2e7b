-- One row per ticket, measure and stretch of its span in one state (open, pending, hold, resolved): columns of intermediate.spans, from_epoch and to_epoch of the stretch. A view, by ticket.
-- event_number: of the change that began it; 0 for the first. A span without a change is one stretch. An answer is only cut where its contract knows pauses.
with cuts as (
  select s.question_id, s.from_epoch, s.to_epoch, greatest(epoch(c.occurred_at)::bigint, s.from_epoch) as cut_epoch, c.event_number, c.state
  from intermediate.spans as s
  join intermediate.states as c using (ticket_key)
  where epoch(c.occurred_at)::bigint < s.to_epoch and (s.measure = 'resolve' or s.pause_states <> [''])
),
starts as (
  from cuts
  union all
  select distinct question_id, from_epoch, to_epoch, from_epoch, 0, 'open' from cuts
),
laid as (
  select question_id, event_number, state, cut_epoch as from_epoch,
    lead(cut_epoch, 1, to_epoch) over (partition by question_id order by cut_epoch, event_number) as to_epoch
  from starts
)
select s.* exclude (from_epoch, to_epoch), coalesce(l.event_number, 0) as event_number, coalesce(l.state, 'open') as state,
  coalesce(l.from_epoch, s.from_epoch) as from_epoch, coalesce(l.to_epoch, s.to_epoch) as to_epoch
from intermediate.spans as s
left join (from laid where to_epoch > from_epoch) as l using (question_id)
