-- One row per link a person can label: tier A to C by which a ticket joined its failure group, D the best of a ticket that has none surer.
-- score: cosine of the texts, 0..1; quarter: 1 to 4 of the provider's links of the tier, by score. place: 1 on, within the provider in which order to ask: tiers and quarters by turns, within them by a hash,
-- so that those asked first are a fair sample of the tier, stratified by score. is_same: as a person labelled it; null: nobody did. created_at, earlier_created_at: UTC.
with candidates as (
  select l.*, ntile(4) over (partition by l.provider, l.tier order by l.score nulls first, l.source, l.ticket_id) as quarter
  from marts.repeat_links as l
  where l.is_joined or (l.tier = 'D' and l.place = 1)
),
drawn as (
  select * exclude (place), row_number() over (partition by provider, tier, quarter order by md5(concat_ws(chr(31), source, ticket_id, earlier_source, earlier_ticket_id)), source, ticket_id) as turn
  from candidates
)
select d.provider, d.client, d.tier, d.score, d.quarter::integer as quarter, row_number() over (partition by d.provider order by d.turn, d.quarter, d.tier) as place,
  d.source, d.ticket_id, t.number, t.created_at, t.asset, t.requester, t.subject,
  d.earlier_source, d.earlier_ticket_id, e.number as earlier_number, e.created_at as earlier_created_at, e.asset as earlier_asset, e.requester as earlier_requester, e.subject as earlier_subject,
  t.zone, d.shared_terms, b.is_same
from drawn as d
join intermediate.failure_tickets as t on t.source = d.source and t.ticket_id = d.ticket_id
join intermediate.failure_tickets as e on e.source = d.earlier_source and e.ticket_id = d.earlier_ticket_id
left join reference.labels as b on b.source = d.source and b.ticket_id = d.ticket_id and b.earlier_source = d.earlier_source and b.earlier_ticket_id = d.earlier_ticket_id
