-- One row per ticket, with the client it belongs to and its month. Stored as a table, by ticket.
-- client: by the name the export gives, else the requester's whole address (an alias too), else the mail domain, else the source's default client; null is unassigned.
-- month: the first day of the month of created_at in the client's zone (the source's zone where the client is unknown); created_hour: 0 to 23, likewise; ended_month: of its end (its creation where it ended before, or at an unknown time).
-- ended_at: resolved, else closed (UTC). is_ended: it is over, even where the export does not say when.
-- exclusion: why is_counted is false: client_side (the client's own record, while its provider's tickets are there too), merged or deleted.
-- is_typed_after: it ended within typed_after_seconds of its creation, so it was written down once the work was done: its first response is not known.
with assigned as (
  select
    t.*, s.side, s.provider, s.time_zone, coalesce(a.client, m.client, d.client, s.default_client) as client
  from staging.tickets as t
  join staging.sources as s using (source)
  left join reference.aliases as a
    on a.source = t.source and a.name_key = lower(trim(t.client_text))
  left join reference.aliases as m
    on m.source = t.source and m.name_key = lower(trim(t.requester_mail)) and a.client is null
  left join reference.mail_domains as d
    on d.mail_domain = lower(split_part(t.requester_mail, '@', 2)) and a.client is null
),
placed as (
  select
    t.* exclude (side, provider, time_zone), c.calendar as client_calendar,
    coalesce(c.zone, t.time_zone) as zone,
    coalesce(t.resolved_at, t.closed_at) as ended_at,
    greatest(ended_at, t.created_at) as left_at,
    case
      when t.side = 'client' and p.client is not null then 'client_side'
      when t.state in ('merged', 'deleted') then t.state
    end as exclusion
  from assigned as t
  left join reference.clients as c on c.client = t.client
  left join intermediate.provided_clients as p on p.client = t.client and p.provider = t.provider
),
dated as (
  select
    p.*,
    coalesce(computed.local_time(p.created_at, c.offset_seconds, c.shift_second, c.shift_seconds), timezone(p.zone, timezone('UTC', p.created_at))) as created_local,
    coalesce(computed.local_time(p.left_at, e.offset_seconds, e.shift_second, e.shift_seconds), timezone(p.zone, timezone('UTC', p.left_at))) as left_local
  from placed as p
  left join computed.zone_days as c on c.zone = p.zone and c.utc_day = epoch(p.created_at)::bigint // 86400
  left join computed.zone_days as e on e.zone = p.zone and e.utc_day = epoch(p.left_at)::bigint // 86400
)
select
  d.* exclude (created_local, left_local, left_at),
  created_local::date as created_date,
  date_trunc('month', created_local)::date as month,
  hour(created_local)::tinyint as created_hour,
  date_trunc('month', left_local)::date as ended_month,
  coalesce(state in ('resolved', 'closed', 'merged', 'deleted'), false) or ended_at is not null as is_ended,
  exclusion is null as is_counted,
  coalesce(ended_at >= created_at and ended_at <= created_at + to_seconds(s.typed_after_seconds), false) as is_typed_after
from dated as d
cross join reference.settings as s
