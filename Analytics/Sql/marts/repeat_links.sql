-- One row per ticket linked to an earlier one of its failure group. tier B: same asset and category; C: same requester and category.
-- score: null, first version links on equal keys. shared_terms: what the two tickets have in common, as written.
select provider, client, source, ticket_id, earlier_source, earlier_ticket_id,
  case evidence when 'asset' then 'B' else 'C' end as tier,
  null::double as score,
  concat_ws(' · ', coalesce(asset, requester), category) as shared_terms
from intermediate.episodes
where earlier_ticket_id is not null
