-- One row per person of an episode: when they first reported it, and the seconds of their own opening hours until it was over (null where it is not measurable). Stored as a table.
-- Who is a person is asked once of each name and address, not of each ticket.
with people as (
  select requester, requester_mail, computed.person_key(requester, requester_mail) as person
  from (select distinct requester, requester_mail from intermediate.episodes)
)
select e.failure_group_id, e.episode_number, p.person, min(e.created_at) as reported_at, max(d.client_open_seconds) as open_seconds
from intermediate.episodes as e
join people as p on p.requester is not distinct from e.requester and p.requester_mail is not distinct from e.requester_mail
left join intermediate.durations as d on d.ticket_key = e.ticket_key and d.measure = 'resolve'
where p.person is not null
group by all
