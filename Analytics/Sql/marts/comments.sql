-- One row per line of comments.csv: what a side said of a ticket, of a failure or of a month (about: ticket, failure, month).
-- month: the ticket's, that of the failure's last episode, or the month itself; null where the data hold no such ticket or failure of the client.
-- said_by: client or provider. cause: why the ticket was late, as that side says; null: not said. is_breach: a promise to it was breached; null: no ticket.
with failures as (
  select f.client, f.failure_group_id, f.title, date_trunc('month', timezone(m.zone, timezone('UTC', f.last_at)))::date as month
  from marts.failure_groups as f
  join (select provider, client, any_value(zone) as zone from intermediate.months group by all) as m using (provider, client)
)
select m.provider, c.client, coalesce(c.month, t.month, f.month) as month,
  case when c.ticket_id is not null then 'ticket' when c.failure_group_id is not null then 'failure' else 'month' end as about,
  c.source, c.ticket_id, t.number, coalesce(t.subject, f.title) as subject, c.failure_group_id, c.said_by, c.comment, c.cause,
  t.response_outcome = 'breached' or t.resolve_outcome = 'breached' as is_breach
from raw.reference_comments as c
join (select distinct provider, client from intermediate.months) as m using (client)
left join marts.tickets as t on t.source = c.source and t.ticket_id = c.ticket_id and t.client = c.client
left join failures as f on f.failure_group_id = c.failure_group_id and f.client = c.client
