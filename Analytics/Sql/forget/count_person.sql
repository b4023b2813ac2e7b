-- In how many tickets, history entries, messages and time entries a person is named as who asked, did or wrote it.
select
  (select count(distinct (source, ticket_id)) from raw.tickets where $person in (requester, requester_mail, agent))
  + (select count(*) from raw.events where actor = $person)
  + (select count(*) from raw.messages where $person in (author, author_mail))
  + (select count(*) from raw.time_entries where agent = $person)
