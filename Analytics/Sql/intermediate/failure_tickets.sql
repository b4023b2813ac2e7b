-- One row per ticket that reports a failure of a client. A view, by ticket.
-- Service requests, planned changes, problems the provider opened and alerts that cleared themselves are no failures; a ticket without a kind may be one. finished_at: when the failure was over as far
-- as the ticket tells: resolved, else (never resolved) seven days (stale_days) after its last activity, at most the cutoff.
select
  t.ticket_key, t.provider, t.client, t.source, t.ticket_id, t.number, t.requester, t.requester_mail, t.asset, t.category, t.subject, t.created_at, t.month, t.zone,
  greatest(t.created_at, coalesce(t.ended_at, least(t.cutoff_at, greatest(t.created_at, coalesce(t.updated_at, t.created_at)) + to_days(s.stale_days)))) as finished_at
from intermediate.tickets as t
cross join reference.settings as s
left join intermediate.provider_problems as p using (ticket_key)
where p.ticket_key is null and t.client is not null and t.is_counted and coalesce(t.kind, 'incident') in ('incident', 'problem') and not computed.is_noise(t.requester, t.requester_mail, t.agent, t.is_answerable, t.responded_at, t.created_at, t.ended_at, s.noise_minutes)
