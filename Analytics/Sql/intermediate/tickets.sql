-- One row per ticket, with the client it belongs to and its month. Stored as a table.
-- client: by the name the export gives, else the requester's whole address (an alias too), else the mail domain, else the source's default client; null is unassigned.
-- month: the first day of the month of created_at in the client's zone (the source's zone where the client is unknown).
-- ended_at: resolved, else closed (UTC). is_ended: it is over, even where the export does not say when.
-- exclusion: why is_counted is false: client_side (the client's own record, while its provider's tickets are there too), merged or deleted.
-- is_typed_after: it ended within typed_after_seconds of its creation, so it was written down once the work was done: its first response is not known.
with assigned as (
  select
    t.*, s.provider, s.side, e.response_semantics, e.evidence_tier, s.data_end_at, s.as_of_at, s.cutoff_at, s.time_zone,
    coalesce(a.client, m.client, d.client, s.default_client) as client
  from staging.tickets as t
  join staging.sources as s using (source)
  join staging.evidence as e using (source)
  left join reference.aliases as a
    on a.source = t.source and a.name_key = lower(trim(t.client_text))
  left join reference.aliases as m
    on m.source = t.source and m.name_key = lower(trim(t.requester_mail)) and a.client is null
  left join reference.mail_domains as d
    on d.mail_domain = lower(split_part(t.requester_mail, '@', 2)) and a.client is null
),
provided as (select distinct client, provider from assigned where side = 'provider' and client is not null),
placed as (
  select
    t.*, c.calendar as client_calendar, c.users, c.endpoints,
    coalesce(c.zone, t.time_zone) as zone,
    timezone(coalesce(c.zone, t.time_zone), timezone('UTC', t.created_at)) as created_local,
    coalesce(t.resolved_at, t.closed_at) as ended_at,
    case
      when t.side = 'client' and p.client is not null then 'client_side'
      when t.state in ('merged', 'deleted') then t.state
    end as exclusion
  from assigned as t
  left join reference.clients as c on c.client = t.client
  left join provided as p on p.client = t.client and p.provider = t.provider
)
select
  * exclude (created_local),
  created_local::date as created_date,
  date_trunc('month', created_local)::date as month,
  coalesce(state in ('resolved', 'closed', 'merged', 'deleted'), false) or ended_at is not null as is_ended,
  exclusion is null as is_counted,
  coalesce(ended_at >= created_at and ended_at <= created_at + to_seconds(c.typed_after_seconds), false) as is_typed_after
from placed
cross join reference.settings as c
