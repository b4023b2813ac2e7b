-- One row per action agreed by the as-of (of a client with tickets: as its client_months.as_of_at), a line of actions.csv.
-- month: the month it belongs to, the last that was over on the day it was agreed. side: client or provider, who does it. due_on null: no day agreed; done_on null: not done.
-- state, in the client's zone: done (by the as-of), overdue (the due day is over), open. DECISIONS.md, "The memory of the meeting".
with clients as (
  select provider, client, any_value(zone) as zone, max(as_of_at) as as_of_at
  from marts.client_months
  group by provider, client
),
dated as (
  select c.provider, c.client, a.* exclude (client), timezone(c.zone, timezone('UTC', c.as_of_at))::date as today
  from raw.reference_actions as a
  join clients as c using (client)
)
select provider, client, (date_trunc('month', agreed_on) - interval 1 month)::date as month, agreed_on, side, owner, action, due as due_on,
  case when done_on <= today then done_on end as done_on,
  case when done_on <= today then 'done' when due < today then 'overdue' else 'open' end as state
from dated
where agreed_on <= today
