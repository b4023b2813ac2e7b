-- The failure reports in the order they became known, place 1 on: load by load, and within a load month by month, of a month client by client.
create or replace temp table failure_reports as
select provider, client, ticket_key, created_epoch, month_number, number, subject, description, asset, requester, category, row_number() over () as place
from (from intermediate.failure_reports order by provider, load_id, month_number, client, created_at, source, ticket_id)
