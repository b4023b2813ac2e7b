-- One row per client and provider: is any source of its counted tickets survivors only, or of one priority? Stored as a table.
select t.provider, t.client, bool_or(s.is_survivors_only) as is_survivors_only, bool_or(s.is_one_priority) as is_one_priority
from (select distinct provider, client, source from intermediate.tickets where client is not null and exclusion is distinct from 'client_side') as t
join intermediate.selections as s using (source)
group by t.provider, t.client
