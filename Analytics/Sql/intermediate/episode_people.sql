-- One row per person of an episode: when they first reported it, and the seconds of their own opening hours until it was over (null where it is not measurable). Stored as a table.
select e.failure_group_id, e.episode_number, computed.person_key(e.requester, e.requester_mail) as person, min(e.created_at) as reported_at,
  max(d.client_open_seconds) as open_seconds
from intermediate.episodes as e
left join intermediate.durations as d on d.ticket_key = e.ticket_key and d.measure = 'resolve'
where computed.person_key(e.requester, e.requester_mail) is not null
group by all
