-- One row per client and month of intermediate.months, and per month with telephone calls of a client without tickets.
select provider, client, month from intermediate.months
union
select c.provider, c.client, c.month
from intermediate.calls as c
anti join intermediate.months as m using (provider, client)
where c.client is not null
