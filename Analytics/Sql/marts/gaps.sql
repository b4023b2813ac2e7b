-- One row per thing reference data does not say yet: kind client, priority or state (a word in an export nobody explained),
-- promise (a client and priority with tickets and no response or resolve promise; priority null: no promise of that kind at all, or
-- tickets without a priority, which only a promise for every priority covers).
-- ticket_count tickets wait for it.
with unknown as (
  select t.source, t.provider, 'client' as kind, coalesce(nullif(trim(t.client_text), ''), lower(split_part(t.requester_mail, '@', 2)), '') as text,
    null as client, null::smallint as priority, null as promise_kind
  from intermediate.tickets as t where t.client is null
  union all
  select source, provider, 'priority', trim(priority_text), null, null, null
  from intermediate.tickets where priority is null and trim(priority_text) not in ('', '-')
  union all
  select source, provider, 'state', trim(state_text), null, null, null
  from intermediate.tickets where state is null and trim(state_text) <> ''
  union all
  select null, t.provider, 'promise', null, t.client, case when r.client is not null then t.priority end, k.promise_kind
  from intermediate.tickets as t
  cross join (select unnest(['response', 'resolve']) as promise_kind) as k
  left join (select distinct client, promise_kind from reference.promises) as r on r.client = t.client and r.promise_kind = k.promise_kind
  left join intermediate.ticket_promises as p on p.ticket_key = t.ticket_key and p.promise_kind = k.promise_kind
  where t.client is not null and t.is_counted and p.ticket_key is null
)
select provider, source, kind, text, client, priority, promise_kind, count(*) as ticket_count
from unknown
group by all
