-- The failure reports in the order they were created, place 1 on.
create or replace temp table failure_reports as
select provider, client, ticket_key, created_epoch, month_number, number, subject, description, asset, requester, category, row_number() over () as place
from (from intermediate.failure_reports order by provider, created_at, source, ticket_id)
