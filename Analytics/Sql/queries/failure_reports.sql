-- The failure reports client by client, of a client in the order they became known, place 1 on: load by load, and within a load as they were created.
create or replace temp table failure_reports as
select provider, client, ticket_key, created_epoch, month_number, load_id, number, subject, description, asset, requester, category, source, ticket_id, related_to, row_number() over () as place
from (from intermediate.failure_reports order by provider, client, load_id, created_at, source, ticket_id)
