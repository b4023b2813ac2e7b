-- Every way a person is written, whatever the capitals and accents.
select distinct name
from (
  select unnest([requester, requester_mail, agent]) as name from raw.tickets
  union all select actor from raw.events
  union all select unnest([author, author_mail]) from raw.messages
  union all select unnest([caller, callee]) from raw.calls
  union all select agent from raw.time_entries
)
where strip_accents(translate(lower(trim(name)), 'ς', 'σ')) = strip_accents(translate(lower(trim($person)), 'ς', 'σ'))
order by name
