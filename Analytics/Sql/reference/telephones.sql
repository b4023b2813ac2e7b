-- One row per source and telephone number by which aliases.csv knows a client: a name of digits, spaces and the signs of numbers alone. Stored as a table.
-- number_key: its last ten digits, as staging.calls compares them.
with numbers as (
  select source, client, regexp_replace(name_key, '[^0-9]', '', 'g') as digits
  from reference.aliases
  where regexp_full_match(name_key, '[-0-9+(). /]+')
)
select source, right(digits, 10) as number_key, min(client) as client
from numbers
where length(digits) >= 6
group by source, number_key
