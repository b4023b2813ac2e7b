-- One row per source and channel whose clients' first priority is nearly always one and the same: the form's own, which nobody chose.
select a.source, a.channel, arg_max(a.priority, a.ticket_count) as priority
from (select source, channel, priority, count(*) as ticket_count from intermediate.asked_priorities group by all) as a
cross join reference.settings as s
group by a.source, a.channel, s.population_n, s.one_priority_ratio
having sum(a.ticket_count) >= s.population_n and max(a.ticket_count) >= s.one_priority_ratio * sum(a.ticket_count)
