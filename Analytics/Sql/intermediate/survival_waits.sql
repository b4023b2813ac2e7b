-- One row per sample of intermediate.survival_samples, in numbers: month_number counts from the group's first_month (0), priority and kind (its place in computed.kinds) 0 are none stated,
-- wait_key is four times the seconds, plus one where the ticket was closed with no answer, two where it still waits: in its order, answers come before "longer than" at the same second.
select g.group_number, datesub('month', g.first_month, s.month)::integer as month_number, coalesce(s.priority, 0)::integer as priority, coalesce(list_position(computed.kinds(), s.kind), 0)::integer as kind,
  s.seconds * 4 + case when s.is_event then 0 when s.is_closed_unanswered then 1 else 2 end as wait_key
from intermediate.survival_samples as s
join intermediate.survival_groups as g using (measure, clock, provider, client)
