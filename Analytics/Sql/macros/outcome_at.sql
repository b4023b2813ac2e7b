-- How a promise due at an instant went that is kept by what happened at another (null: it has not), by DECISIONS.md, "Outcome": met, breached, running, unknown.
-- is_measurable: the export would show it. created_at and what follows: of the ticket, as in intermediate.tickets.
create macro computed.outcome_at(happened_at, is_measurable, due_at, created_at, is_ended, ended_at, cutoff_at, as_of_at) as case
  when due_at is null or is_measurable is not true or happened_at < created_at then 'unknown'
  when happened_at <= due_at then 'met'
  when happened_at is not null then 'breached'
  when is_ended and ended_at > due_at then 'breached'
  when is_ended then 'unknown'
  when due_at <= cutoff_at then 'breached'
  when due_at > as_of_at then 'running'
  else 'unknown' end
