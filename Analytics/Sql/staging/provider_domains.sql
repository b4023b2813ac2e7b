-- One row per source and mail domain of the provider's: who writes from one is no colleague of a requester. Stored as a table.
-- A domain the export calls an agent's more often on tickets of requesters from elsewhere than of its own; never a client's, nor one everybody has addresses of. DECISIONS.md, "What a message says".
with written as (
  select source, ticket_id, lower(split_part(trim(author_mail), '@', 2)) as mail_domain, count(*) as message_count
  from raw.messages
  where author_side = 'agent' and author_mail like '%@%'
  group by all
)
select w.source, w.mail_domain
from written as w
join staging.latest as t using (source, ticket_id)
left join (select distinct mail_domain from reference.mail_domains) as c using (mail_domain)
where t.requester_mail_key like '%@%' and c.mail_domain is null and not computed.is_shared_mail(w.mail_domain)
group by w.source, w.mail_domain
having sum(w.message_count) filter (split_part(t.requester_mail_key, '@', 2) <> w.mail_domain) > coalesce(sum(w.message_count) filter (split_part(t.requester_mail_key, '@', 2) = w.mail_domain), 0)
