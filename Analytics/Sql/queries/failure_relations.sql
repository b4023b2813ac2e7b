-- One row per failure report that the desk itself put together with others of its client and source: related_keys, their ticket_keys. DECISIONS.md, "The same failure".
-- A relation names a ticket by its id or its number; two that name the same third (a parent, a problem, a change) belong together too, each with the one before it.
create or replace temp table failure_relations as
with named as materialized (
  select ticket_key, provider, client, source, place, unnest(list_distinct(regexp_extract_all(lower(related_to), '[\p{L}\p{N}_-]*[0-9][\p{L}\p{N}_-]*'))) as id
  from temp.failure_reports
  where related_to is not null
),
related as (
  select n.ticket_key, o.ticket_key as related_key from named as n join temp.failure_reports as o on (o.provider, o.client, o.source, lower(o.ticket_id)) = (n.provider, n.client, n.source, n.id)
  union
  select n.ticket_key, o.ticket_key from named as n join temp.failure_reports as o on (o.provider, o.client, o.source, lower(o.number)) = (n.provider, n.client, n.source, n.id)
  union
  select ticket_key, lag(ticket_key) over (partition by provider, client, source, id order by place) from named where ltrim(id, '-0') <> ''
)
select ticket_key, list(related_key order by related_key) as related_keys
from related
where related_key <> ticket_key
group by ticket_key
