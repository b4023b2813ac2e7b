-- One row per ticket that a list shows: its text and what it is compared by, as first known. Stored as a table, by ticket.
-- load_id: the first load; failure_load_id: the first that had it as a failure (an incident or of no kind, neither merged nor deleted, no alert over before anybody
-- took it), null where none did. What a later version says of either changes neither. DECISIONS.md, "The same failure".
with versions as (
  select
    t.source, t.ticket_id, t.load_id, t.line, t.created_at, t.subject, t.description, t.asset, t.category, t.requester, t.requester_mail, t.related_to,
    coalesce(t.kind, k.value, 'incident') = 'incident' and coalesce(t.state, w.value, 'open') not in ('merged', 'deleted')
      and not computed.is_noise(t.requester, t.requester_mail, t.agent, true, t.responded_at, t.created_at, coalesce(t.resolved_at, t.closed_at), s.noise_minutes) as is_failure
  from raw.tickets as t
  cross join reference.settings as s
  left join reference.vocabulary as k on k.source = t.source and k.field = 'kind' and t.kind is null and k.word_key = lower(trim(t.category))
  left join reference.vocabulary as w on w.source = t.source and w.field = 'state' and t.state is null and w.word_key = lower(trim(t.state_text))
)
select source, ticket_id, load_id, created_at, subject, description, asset, category, requester, requester_mail, related_to,
  min(load_id) filter (where is_failure) over (partition by source, ticket_id) as failure_load_id
from versions
qualify row_number() over (partition by source, ticket_id order by load_id, line) = 1
