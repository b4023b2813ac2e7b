-- One row per message of a ticket, up to the as-of; message_number counts a ticket's from 1 in order of time. Stored as a table, by ticket.
-- Of a message the tool numbers, the latest export's row; every row without such a number is a message of its own (the load has left out those known before).
-- author_side: requester, agent, system (a machine); null: not known. A client's own domain, the requester's colleague or the requester is the requester's side
-- even where the export says agent, unless an agent of that name works on tickets; who opened a ticket and is its agent too is the agent's side (a machine has no colleagues, nor has a requester one from a domain of the provider's); where the export says nothing, that agent is the agent's side.
-- is_automatic: by the tool's mark, by the words or by the author's name; else null where the export marks nothing. remarks: what the words do, as in raw.messages.
-- DECISIONS.md, "What a message says".
with latest as (
  select m.* exclude (body), coalesce(l.exported_at, l.data_end_at) as told_at,
    lower(trim(m.author)) as name_key, lower(trim(m.author_mail)) as mail_key, lower(split_part(trim(m.author_mail), '@', 2)) as mail_domain
  from raw.messages as m
  join raw.loads as l using (load_id)
  qualify m.message_id is null or row_number() over (partition by m.source, m.ticket_id, m.message_id order by told_at desc, m.load_id desc, m.line desc) = 1
),
machines as (
  select distinct author, author_mail from raw.messages where computed.is_machine(author, author_mail)
),
-- The tickets in which the export takes an agent for the client, and those of them whose agent that very person is.
by_agents as (
  select distinct m.source, m.ticket_id, a.name_key
  from raw.messages as m
  join staging.agents as a on a.source = m.source and a.name_key = lower(trim(m.author))
  where m.author_side is distinct from 'agent'
),
own as (
  from by_agents semi join (select source, ticket_id, lower(trim(agent)) as name_key from raw.tickets) using (source, ticket_id, name_key)
  union
  from by_agents semi join (select source, ticket_id, lower(trim(coalesce(value, value_text))) as name_key from raw.events where kind = 'agent') using (source, ticket_id, name_key)
),
known as (
  select
    m.*, a.name_key is not null as is_agent, d.mail_domain is not null as is_client_domain,
    coalesce(m.mail_key = t.requester_mail_key or m.name_key = t.requester_key, false) as is_requester,
    case when m.mail_domain = split_part(t.requester_mail_key, '@', 2)
      then p.mail_domain is null and not computed.is_shared_mail(m.mail_domain) and not coalesce(computed.is_machine(t.requester_key, t.requester_mail_key), false)
      else false end as is_colleague,
    x.author is not null or x.author_mail is not null as is_machine, o.name_key is not null as is_own
  from latest as m
  join staging.sources as s using (source)
  left join staging.latest as t using (source, ticket_id)
  left join staging.agents as a using (source, name_key)
  left join (select distinct mail_domain from reference.mail_domains) as d on d.mail_domain = m.mail_domain
  left join staging.provider_domains as p on p.source = m.source and p.mail_domain = m.mail_domain
  left join own as o on o.source = m.source and o.ticket_id = m.ticket_id and o.name_key = m.name_key
  left join machines as x on x.author is not distinct from m.author and x.author_mail is not distinct from m.author_mail
  where not s.is_cut or m.sent_at <= s.as_of_at
)
select
  source, ticket_id, row_number() over (partition by source, ticket_id order by sent_at, told_at, load_id, line) as message_number,
  message_id, sent_at, author, author_mail,
  case
    when is_machine then 'system'
    when is_own then 'agent'
    when author_side = 'agent' and not is_agent and (is_client_domain or is_colleague or is_requester) then 'requester'
    when author_side is not null then author_side
    when is_requester or is_client_domain then 'requester'
    when is_agent then 'agent'
    when is_colleague then 'requester'
  end as author_side,
  channel, subject, is_public,
  case when is_machine or computed.has_remark(remarks, 'automatic') then true else is_automatic end as is_automatic,
  attachment_count, is_time_ambiguous, remarks
from known
