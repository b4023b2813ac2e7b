-- One row per invented ticket of 2023 to 2025, answered within six days: $tickets of them, spread over $calendars calendars.
insert into intermediate.clock_questions
select i, 1 + i % $calendars, created, created + (hash(i + 7) % 500000)::bigint
from (select i, 1672531200 + (hash(i) % 94000000)::bigint as created from range($tickets) as r(i))
