-- One row per ticket, merged, deleted and client-side ones included (is_counted false; exclusion says why).
-- Instants UTC, durations in whole seconds: *_client_seconds wall time, *_contract_seconds the contract's working time, null until done or where not measurable.
-- *_outcome: met, breached, running, not_promised, unknown. response_semantics: what the tool calls a first response.
-- paused_seconds: wall time waiting for the client, by its history, else the tool's own counter. unsupported_pause_seconds: of that, without a question before it.
-- A null column is not measurable from the export.
select
  t.source, t.side, t.provider, t.client, t.month, t.ticket_id, t.number, t.subject, t.category, t.asset, t.requester, t.agent, t.team, t.channel,
  t.kind, t.state, q.priority_asked, q.priority_assigned, t.priority as priority_final, t.priority_text,
  t.created_at, t.responded_at, t.response_semantics, t.resolved_at, t.closed_at, t.evidence_tier,
  case when r.is_done then r.client_seconds end as response_client_seconds,
  case when r.is_done then r.contract_seconds end as response_contract_seconds,
  case when e.is_done then e.client_seconds end as resolve_client_seconds,
  case when e.is_done then e.contract_seconds end as resolve_contract_seconds,
  pr.promise as response_promise, pr.promise_seconds as response_promise_seconds, pr.due_at as response_due_at,
  coalesce(pr.outcome, 'not_promised') as response_outcome,
  pe.promise as resolve_promise, pe.promise_seconds as resolve_promise_seconds, pe.due_at as resolve_due_at,
  coalesce(pe.outcome, 'not_promised') as resolve_outcome,
  t.vendor_resolve_due_at as vendor_due_at, t.vendor_resolve_outcome as vendor_outcome, t.vendor_response_outcome,
  coalesce(w.paused_seconds, t.paused_seconds) as paused_seconds, w.unsupported_pause_seconds, c.chaser_count, t.reopen_count,
  p.failure_group_id, p.episode_number, f.is_repeat_30d,
  t.is_counted, t.exclusion, t.is_ended, t.zone, t.is_time_ambiguous
from intermediate.tickets as t
left join intermediate.durations as r on r.ticket_key = t.ticket_key and r.measure = 'response'
left join intermediate.durations as e on e.ticket_key = t.ticket_key and e.measure = 'resolve'
left join intermediate.outcomes as pr on pr.ticket_key = t.ticket_key and pr.promise_kind = 'response'
left join intermediate.outcomes as pe on pe.ticket_key = t.ticket_key and pe.promise_kind = 'resolve'
left join intermediate.paused_tickets as w on w.ticket_key = t.ticket_key
left join intermediate.priorities as q on q.ticket_key = t.ticket_key
left join intermediate.chaser_counts as c on c.ticket_key = t.ticket_key
left join intermediate.episodes as p on p.ticket_key = t.ticket_key
left join intermediate.failure_episodes as f on f.failure_group_id = p.failure_group_id and f.episode_number = p.episode_number
