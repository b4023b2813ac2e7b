-- One row per counted ticket of a client: what kind of work it is. A view, by ticket. DECISIONS.md, "Work mix".
-- work: reactive (something failed), request, proactive (somebody saw to it before), project, unclassified. basis: vocabulary (a rule of the provider for its category), type, words (of the subject), creator (a tool opened it), none.
-- By type: an incident is reactive, and so is a problem the client opened; one the provider opened is proactive, as is a change.
-- is_by_tool: a machine opened it; is_noise: and it cleared itself, with no human work. is_advice: its subject speaks of advice or planning.
select t.ticket_key, t.provider, t.client, t.month, t.kind,
  coalesce(v.value, case when t.kind = 'incident' then 'reactive' when t.kind = 'request' then 'request' when t.kind = 'change' or p.ticket_key is not null then 'proactive' when t.kind = 'problem' then 'reactive' end,
    computed.work_by_words(computed.bare_text(t.subject)), case when computed.is_machine(t.requester, t.requester_mail) then 'proactive' end, 'unclassified') as work,
  case when v.value is not null then 'vocabulary' when t.kind is not null then 'type' when computed.work_by_words(computed.bare_text(t.subject)) is not null then 'words'
    when computed.is_machine(t.requester, t.requester_mail) then 'creator' else 'none' end as basis,
  coalesce(computed.is_machine(t.requester, t.requester_mail), false) as is_by_tool,
  computed.is_noise(t.requester, t.requester_mail, t.agent, t.is_answerable, t.responded_at, t.created_at, t.ended_at, s.noise_minutes) as is_noise,
  coalesce(computed.is_advice(computed.bare_text(t.subject)), false) as is_advice
from intermediate.tickets as t
cross join reference.settings as s
left join intermediate.provider_problems as p using (ticket_key)
left join reference.vocabulary as v on v.source = t.source and v.field = 'work' and v.word_key = lower(trim(t.category))
where t.client is not null and t.is_counted
