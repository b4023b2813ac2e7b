-- The same failure reports in the order they were created, by_time 1 on, without what tells the clients apart.
create or replace temp table failure_reports_by_time as
select provider, ticket_key, created_epoch, month_number, load_id, place, row_number() over () as by_time
from (from temp.failure_reports order by provider, created_epoch, place)
