-- One row per ticket of an activity its client cannot be without, created in the hours in which it matters; of several the most urgent. Stored as a table, by ticket.
-- words, assets: what told it, as the client wrote them. priority, expectation, seconds: as in reference.critical_work. See DECISIONS.md, "Critical work".
with asked as (
  select
    t.ticket_key, t.client, lower(trim(t.asset)) as asset_key,
    computed.folded_words(concat_ws(' ', t.subject, r.description)) as folded,
    timezone(t.zone, timezone('UTC', t.created_at)) as created_local
  from intermediate.tickets as t
  left join staging.latest as k using (source, ticket_id)
  left join raw.tickets as r on r.load_id = k.load_id and r.line = k.line and r.source = k.source and r.ticket_id = k.ticket_id
  where t.client in (select client from reference.critical_work)
),
placed as (
  select *, isodow(created_local) as weekday, date_diff('second', date_trunc('day', created_local), created_local) as second_of_day
  from asked
),
told as (
  select
    p.ticket_key, w.critical_work_id, w.activity, w.priority, w.expectation, w.seconds,
    list_transform(list_filter(w.words, x -> contains(p.folded, x.needle)), x -> x.written) as words,
    list_transform(list_filter(w.assets, x -> x.needle = p.asset_key), x -> x.written) as assets
  from placed as p
  join reference.critical_work as w
    on w.client = p.client
    and (w.weekdays is null
      or contains(w.weekdays, p.weekday::varchar) and p.second_of_day >= w.opens_second and p.second_of_day < w.closes_second
      or contains(w.weekdays, ((p.weekday + 5) % 7 + 1)::varchar) and p.second_of_day + 86400 < w.closes_second)
)
select *
from told
where len(words) + len(assets) > 0
qualify row_number() over (partition by ticket_key order by priority, critical_work_id) = 1
