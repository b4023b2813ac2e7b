-- One row per provider and client: what its first responses are (as in marts.client_months; mixed: several meanings), and whether its files hold only tickets that ended.
select s.provider, s.client, s.response_semantics, l.is_survivors_only
from (
  select provider, client,
    case when count(distinct response_semantics) = 1 then any_value(response_semantics) else 'mixed' end as response_semantics
  from intermediate.tickets
  where client is not null and exclusion is distinct from 'client_side'
  group by provider, client
) as s
join intermediate.client_selections as l using (provider, client)
