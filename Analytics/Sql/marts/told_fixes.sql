-- One row per failure ticket in which it can be asked who told whom: the client wrote again, and the provider after it, both kept with their words (of a mailbox with --bodies only). No row: not measurable.
-- is_told: a later message of the client names a step (restart, replace, renew …) that its complaint and no message of the provider before had named, and a later message of the provider names it. Inferred from words alone (evidence_tier T4):
-- a step the client says it has tried already looks the same. told_at, fixed_at: when either first named it, UTC. quote: the client's line, at most 200 characters; words: as each wrote them. DECISIONS.md, "Who told whom".
select t.provider, t.client, t.month, t.source, t.ticket_id, t.number, t.subject, o.told_epoch is not null as is_told,
  make_timestamp(o.told_epoch * 1000000) as told_at, make_timestamp(o.fixed_epoch * 1000000) as fixed_at, o.quote, o.words, 'T4' as evidence_tier
from computed.told_fixes as o
join intermediate.tickets as t using (ticket_key)
