-- One row per counted ticket of work its client cannot be without, created when it matters. Priorities 1 (most urgent) to 5; instants UTC. Stored as a table.
-- activity, words, assets (what told it), priority_critical, expectation, expected_seconds: as the client wrote them in critical_work.
-- is_handled_as_normal: its final priority is less urgent than the client's; null: it has none. waited_client_seconds: to the first answer, else so far, wall time; null: not measurable.
-- is_within_expectation: null: nothing expected in hours or minutes, not measurable, or still within it. See DECISIONS.md, "Critical work".
select
  t.provider, t.client, t.month, t.source, t.ticket_id, t.number, t.subject, t.requester, t.agent, t.created_at,
  c.activity, array_to_string(c.words, ', ') as words, array_to_string(c.assets, ', ') as assets,
  c.priority as priority_critical, c.expectation, c.seconds as expected_seconds,
  p.priority_assigned, p.priority_final, p.priority_final > c.priority as is_handled_as_normal,
  d.client_seconds as waited_client_seconds, d.is_done as is_answered,
  case
    when not d.is_measurable or d.client_seconds is null or c.seconds is null then null
    when d.client_seconds > c.seconds then false
    when d.is_done then true
  end as is_within_expectation
from intermediate.critical_tickets as c
join intermediate.tickets as t using (ticket_key)
join intermediate.priorities as p using (ticket_key)
left join intermediate.durations as d on d.ticket_key = c.ticket_key and d.measure = 'response'
where t.client is not null and t.is_counted
