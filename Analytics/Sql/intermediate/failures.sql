-- One row per ticket that reports a failure, with its failure group. Stored as a table.
-- failure_group_id derives from the group's leader, so later tickets never rename it. tier, score, earlier_key: the link by which it joined. DECISIONS.md, "Same failure".
select t.*, m.leader_key, m.tier, m.score, m.earlier_key,
  'F' || upper(substr(md5(l.source || chr(31) || l.ticket_id), 1, 15)) as failure_group_id
from intermediate.failure_tickets as t
join computed.failure_members as m using (ticket_key)
join computed.ticket_keys as l on l.ticket_key = m.leader_key
