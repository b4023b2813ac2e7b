-- One row per ticket and earlier ticket of its client it is linked to, at most five, best first (place). tier: A the later names the earlier; B same device and kind of fault, or device and words;
-- C same words from the same person, or from several within two hours; D similar words of somebody else, for review: no figure counts it. score: cosine of the texts, 0..1. shared_terms: the device and category both name, and the words that made it, as written.
-- is_joined: by this link the ticket joined its failure group. DECISIONS.md, "Same failure".
select t.provider, t.client, t.source, t.ticket_id, e.source as earlier_source, e.ticket_id as earlier_ticket_id,
  l.tier, l.score, concat_ws(' · ', case when lower(trim(t.asset)) = lower(trim(e.asset)) then t.asset end, case when lower(trim(t.category)) = lower(trim(e.category)) then t.category end, nullif(l.shared_terms, '')) as shared_terms, l.place, coalesce(m.earlier_key = l.earlier_key, false) as is_joined
from computed.failure_links as l
join intermediate.failure_tickets as t using (ticket_key)
join intermediate.failure_tickets as e on e.ticket_key = l.earlier_key
join computed.failure_members as m on m.ticket_key = l.ticket_key
