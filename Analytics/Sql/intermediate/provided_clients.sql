-- One row per client and provider with tickets of the provider's own tool; only asked where a client's own records are there too. Stored as a table.
-- client: as in intermediate.assignments. DECISIONS.md, "Whose tickets".
select distinct coalesce(a.client, m.client, d.client, s.default_client) as client, s.provider
from staging.tickets as t
join staging.sources as s on s.source = t.source and s.side = 'provider' and s.provider in (select provider from staging.sources where side = 'client')
left join reference.aliases as a
  on a.source = t.source and a.name_key = lower(trim(t.client_text))
left join reference.aliases as m
  on m.source = t.source and m.name_key = lower(trim(t.requester_mail)) and a.client is null
left join reference.mail_domains as d
  on d.mail_domain = lower(split_part(t.requester_mail, '@', 2)) and a.client is null
where coalesce(a.client, m.client, d.client, s.default_client) is not null
