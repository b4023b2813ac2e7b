-- An alert that cleared itself: a tool opened the ticket, nobody took it or answered it (where an answer could be seen), and it was over within so many minutes.
-- DECISIONS.md, "The same failure".
create macro computed.is_noise(name, mail, agent, is_answerable, responded_at, created_at, ended_at, minutes) as
  coalesce(agent is null and is_answerable and responded_at is null and ended_at <= created_at + to_minutes(minutes) and computed.is_machine(name, mail), false)
