-- One row per ticket of an activity its client cannot be without, created in the hours in which it matters; of several the most urgent. Stored as a table, by ticket.
-- words, assets: what told it, as the client wrote them. priority, expectation, seconds: as in reference.critical_work. See DECISIONS.md, "Critical work".
with written as (
  select
    t.ticket_key, t.client, t.zone, t.created_at, lower(trim(t.asset)) as asset_key,
    computed.bare_text(concat_ws(' ', t.subject, r.description)) as bare
  from intermediate.tickets as t
  left join staging.latest as k using (source, ticket_id)
  left join raw.tickets as r on r.load_id = k.load_id and r.line = k.line and r.source = k.source and r.ticket_id = k.ticket_id
  where t.client in (select client from reference.critical_work)
),
signs as (
  select client, critical_work_id, unnest(words).start as start, null as asset from reference.critical_work
  union all
  select client, critical_work_id, null, unnest(assets).needle from reference.critical_work
),
hinted as (
  select t.*, s.critical_work_id
  from written as t
  join signs as s on s.client = t.client and (contains(t.bare, s.start) or s.asset = t.asset_key)
),
placed as (
  select
    h.ticket_key, h.asset_key, w.*, computed.folded_words(h.bare) as folded,
    timezone(h.zone, timezone('UTC', h.created_at)) as created_local,
    isodow(created_local) as weekday, date_diff('second', date_trunc('day', created_local), created_local) as second_of_day
  from hinted as h
  join reference.critical_work as w using (critical_work_id)
),
told as (
  select
    ticket_key, critical_work_id, activity, priority, expectation, seconds,
    list_transform(list_filter(words, x -> contains(folded, x.needle)), x -> x.written) as words,
    list_transform(list_filter(assets, x -> x.needle = asset_key), x -> x.written) as assets
  from placed
  where weekdays is null
    or contains(weekdays, weekday::varchar) and second_of_day >= opens_second and second_of_day < closes_second
    or contains(weekdays, ((weekday + 5) % 7 + 1)::varchar) and second_of_day + 86400 < closes_second
)
select *
from told
where len(words) + len(assets) > 0
qualify row_number() over (partition by ticket_key order by priority, critical_work_id) = 1
