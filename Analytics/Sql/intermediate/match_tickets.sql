-- One row per ticket of either side of a client whose own records and whose provider's tickets are both there; deleted ones aside.
-- named: the texts in which a client's record may name the provider's number: its subject, its first text and the subjects of its messages; null for the provider's tickets.
-- number: without a leading #. person, mail: who asked, null for a machine. created_epoch: UTC seconds.
with both_sides as (
  select provider, client
  from intermediate.tickets
  where client is not null and state is distinct from 'deleted'
  group by all
  having bool_or(side = 'client') and bool_or(side = 'provider')
),
said as (
  select source, ticket_id, string_agg(distinct subject, ' ' order by subject) as subjects
  from staging.messages
  where source in (select source from staging.sources where side = 'client')
  group by all
)
select t.ticket_key, t.provider, t.client, t.side, t.source, t.ticket_id, ltrim(t.number, '#') as number, t.subject,
  case when t.side = 'client' then concat_ws(' ', t.subject, f.description, m.subjects) end as named,
  case when not coalesce(computed.is_machine(t.requester, t.requester_mail), false) then t.requester end as person,
  case when not coalesce(computed.is_machine(t.requester, t.requester_mail), false) then lower(trim(t.requester_mail)) end as mail,
  epoch(t.created_at)::bigint as created_epoch
from intermediate.tickets as t
join both_sides as b using (provider, client)
left join staging.first_texts as f using (source, ticket_id)
left join said as m using (source, ticket_id)
where t.state is distinct from 'deleted'
