-- One row per sample of intermediate.survival_samples, in numbers: month_number counts from the group's first_month (0), priority 0 is none stated,
-- wait_key is twice the seconds, plus one where the ticket still waits: in its order, answers come before "longer than" at the same second.
select g.group_number, datesub('month', g.first_month, s.month)::integer as month_number, coalesce(s.priority, 0)::integer as priority,
  s.seconds * 2 + (not s.is_event)::bigint as wait_key
from intermediate.survival_samples as s
join intermediate.survival_groups as g using (measure, clock, provider, client)
