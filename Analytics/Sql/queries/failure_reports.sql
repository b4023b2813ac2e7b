-- The tickets that report a failure, as links compare them, in the order they became known: load by load, and within a load month by month, of a
-- month client by client. month: months since year 0; place: from 1 on. The first known text counts.
-- An asset and a category that name nothing, and a requester that is a machine, are null.
create or replace temp table failure_reports as
select *, row_number() over () as place
from (
  select
    f.provider, f.client, f.ticket_key, epoch(f.created_at)::bigint as created_epoch, (year(f.month) * 12 + month(f.month))::integer as month,
    ltrim(f.number, '#') as number, r.subject, r.description,
    case when not computed.is_placeholder(f.asset) then lower(trim(f.asset)) end as asset,
    case when not coalesce(computed.is_machine(f.requester, f.requester_mail), false) then lower(trim(coalesce(f.requester_mail, f.requester))) end as requester,
    case when not computed.is_placeholder(f.category) then lower(trim(f.category)) end as category
  from intermediate.failure_tickets as f
  left join staging.first_texts as r using (source, ticket_id)
  order by f.provider, coalesce(r.load_id, 0), f.month, f.client, f.created_at, f.source, f.ticket_id
)
