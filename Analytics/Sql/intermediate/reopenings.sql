-- One row per reopening of a ticket with a history: it left resolved or closed for work again. Stored as a table, by ticket. Instants UTC.
-- over_at: when it had last become resolved or closed. is_thanks: between the two (and a minute after, tools move the state first) the client's side wrote thanks and nothing else; null where no message of it is there.
with states as (
  select source, ticket_id, event_number, occurred_at, value in ('resolved', 'closed', 'merged', 'deleted') as is_over
  from staging.events
  where kind = 'state' and value is not null
),
changed as (
  select *, lag(is_over) over course as was_over, lag(is_over) over course is not true and is_over as becomes_over
  from states
  window course as (partition by source, ticket_id order by event_number)
),
placed as (
  select *, max(occurred_at) filter (becomes_over) over (partition by source, ticket_id order by event_number) as over_at
  from changed
),
reopened as (
  select source, ticket_id, event_number, over_at, occurred_at as reopened_at from placed where was_over and not is_over
)
select k.ticket_key, r.source, r.ticket_id, r.event_number, r.over_at, r.reopened_at, bool_and(coalesce(computed.has_remark(m.remarks, 'thanks'), false)) filter (m.ticket_id is not null) as is_thanks
from reopened as r
join computed.ticket_keys as k using (source, ticket_id)
left join staging.messages as m
  on m.source = r.source and m.ticket_id = r.ticket_id and m.author_side = 'requester' and m.is_automatic is not true and m.sent_at > r.over_at and m.sent_at <= r.reopened_at + interval 1 minute
group by k.ticket_key, r.source, r.ticket_id, r.event_number, r.over_at, r.reopened_at
