-- One row per ticket that reports a failure, as links compare it: by the text first known. A view, by ticket.
-- created_epoch: UTC seconds; month_number: months since year 0; load_id: that of the text, 0 where a list never showed the ticket.
-- asset, category: null where they name nothing; requester: null for a machine. Lower case, as are those.
select
  f.provider, f.client, f.source, f.ticket_id, f.created_at, f.month, coalesce(r.load_id, 0) as load_id, f.ticket_key, epoch(f.created_at)::bigint as created_epoch, (year(f.month) * 12 + month(f.month))::integer as month_number,
  ltrim(f.number, '#') as number, r.subject, r.description,
  case when not computed.is_placeholder(f.asset) then lower(trim(f.asset)) end as asset,
  computed.person_key(f.requester, f.requester_mail) as requester,
  case when not computed.is_placeholder(f.category) then lower(trim(f.category)) end as category
from intermediate.failure_tickets as f
left join staging.first_texts as r using (source, ticket_id)
