-- One row per ticket that reports a failure or once did, as links compare it: by its text, device, category and requester as first known. A view, by ticket.
-- A ticket that is none any more keeps its place, so that the group it leads keeps its name; no figure counts it.
-- created_epoch: UTC seconds; month_number: months since year 0, of UTC; load_id: the first that had it as a failure, 0 where a list never showed the ticket.
-- related_to: what the desk says it belongs with, ids and words as exported. asset, category: null where they name nothing; requester: null for a machine. Lower case, as are those.
with known as (
  select
    t.provider, t.client, t.source, t.ticket_id, t.ticket_key, t.number, r.subject, r.description, coalesce(r.created_at, t.created_at) as created_at,
    coalesce(r.failure_load_id, r.load_id, 0) as load_id,
    r.related_to,
    case when r.load_id is null then t.asset else r.asset end as asset,
    case when r.load_id is null then t.category else r.category end as category,
    case when r.load_id is null then t.requester else r.requester end as requester,
    case when r.load_id is null then t.requester_mail else r.requester_mail end as requester_mail
  from intermediate.tickets as t
  left join staging.first_texts as r using (source, ticket_id)
  left join intermediate.failure_tickets as f using (ticket_key)
  where f.ticket_key is not null or (r.failure_load_id is not null and t.client is not null and t.exclusion is distinct from 'client_side')
)
select
  provider, client, source, ticket_id, ticket_key, created_at, load_id, epoch(created_at)::bigint as created_epoch, (year(created_at) * 12 + month(created_at))::integer as month_number,
  ltrim(number, '#') as number, subject, description, related_to,
  case when not computed.is_placeholder(asset) then lower(trim(asset)) end as asset,
  computed.person_key(requester, requester_mail) as requester,
  case when not computed.is_placeholder(category) then lower(trim(category)) end as category
from known
