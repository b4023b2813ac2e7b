-- One row per problem that the provider's own side opened: an agent, an address of its domain, or one of its machines. Where nobody is named, the client is taken to have. Stored as a table, by ticket.
-- Such a problem is work on a failure and no failure; one that the client opened is. DECISIONS.md, "Work mix".
select t.ticket_key, t.source, t.ticket_id
from intermediate.tickets as t
left join staging.agents as a on a.source = t.source and a.name_key = lower(trim(t.requester))
left join staging.provider_domains as d on d.source = t.source and d.mail_domain = lower(split_part(trim(t.requester_mail), '@', 2))
where t.kind = 'problem' and (a.name_key is not null or d.mail_domain is not null or coalesce(computed.is_machine(t.requester, t.requester_mail), false))
