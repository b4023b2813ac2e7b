-- One row per source and thing in its tickets that looks wrong: how many tickets (or rows), their share of those it could concern, one example, a detail as written.
-- midnight_*: the local time is 00:00 for at least half of them, so only the date was kept. round_minutes: created on a multiple of five minutes for at least nine of ten.
-- response_before_creation, resolved_before_creation, closed_before_resolution, future (after the end of the data, or after the loading), ambiguous_time (in the hour that comes twice in autumn).
-- typed_after: over within typed_after_seconds of its creation. one_requester, placeholder_asset: one name, or one word that names nothing, on a large share.
-- revised: tickets with a value rewritten after they had ended, between two exports (marts.revisions); detail: the newest file that did (of several the last by name).
-- rejects, and the codes of raw.notices: rows or cells of the files; ticket_count counts those.
with tickets as (
  select t.*, s.loaded_at,
    timezone(t.time_zone, timezone('UTC', t.created_at)) as created_local,
    timezone(t.time_zone, timezone('UTC', t.responded_at)) as responded_local,
    timezone(t.time_zone, timezone('UTC', t.resolved_at)) as resolved_local
  from intermediate.tickets as t
  join staging.sources as s using (source)
),
counted as (
  select source, provider, [
    {'code': 'midnight_created', 'found_count': count(*) filter (created_local::time = time '00:00'), 'of_count': count(*), 'floor': 0.5,
      'example_ticket_id': min(ticket_id) filter (created_local::time = time '00:00')},
    {'code': 'midnight_responded', 'found_count': count(*) filter (responded_local::time = time '00:00'), 'of_count': count(responded_at), 'floor': 0.5,
      'example_ticket_id': min(ticket_id) filter (responded_local::time = time '00:00')},
    {'code': 'midnight_resolved', 'found_count': count(*) filter (resolved_local::time = time '00:00'), 'of_count': count(resolved_at), 'floor': 0.5,
      'example_ticket_id': min(ticket_id) filter (resolved_local::time = time '00:00')},
    {'code': 'round_minutes', 'found_count': count(*) filter (epoch(created_at)::bigint % 300 = 0 and created_local::time <> time '00:00'), 'of_count': count(*), 'floor': 0.9,
      'example_ticket_id': min(ticket_id) filter (epoch(created_at)::bigint % 300 = 0)},
    {'code': 'response_before_creation', 'found_count': count(*) filter (responded_at < created_at), 'of_count': count(responded_at), 'floor': 0,
      'example_ticket_id': min(ticket_id) filter (responded_at < created_at)},
    {'code': 'resolved_before_creation', 'found_count': count(*) filter (ended_at < created_at), 'of_count': count(ended_at), 'floor': 0,
      'example_ticket_id': min(ticket_id) filter (ended_at < created_at)},
    {'code': 'closed_before_resolution', 'found_count': count(*) filter (closed_at < resolved_at), 'of_count': count(*) filter (closed_at is not null and resolved_at is not null), 'floor': 0,
      'example_ticket_id': min(ticket_id) filter (closed_at < resolved_at)},
    {'code': 'future', 'found_count': count(*) filter (greatest(created_at, responded_at, resolved_at, closed_at) > least(data_end_at, loaded_at)), 'of_count': count(*), 'floor': 0,
      'example_ticket_id': min(ticket_id) filter (greatest(created_at, responded_at, resolved_at, closed_at) > least(data_end_at, loaded_at))},
    {'code': 'typed_after', 'found_count': count(*) filter (is_typed_after), 'of_count': count(ended_at), 'floor': 0, 'example_ticket_id': min(ticket_id) filter (is_typed_after)},
    {'code': 'ambiguous_time', 'found_count': count(*) filter (is_time_ambiguous), 'of_count': count(*), 'floor': 0, 'example_ticket_id': min(ticket_id) filter (is_time_ambiguous)}
  ] as found
  from tickets
  group by source, provider
),
listed as (
  select source, provider, unnest(found, recursive := true) from counted
),
requesters as (
  select source, provider, requester, count(*) as found_count, min(ticket_id) as example_ticket_id, sum(count(*)) over (partition by source) as of_count
  from intermediate.tickets
  where requester is not null
  group by source, provider, requester
  qualify row_number() over (partition by source order by count(*) desc, requester) = 1
),
assets as (
  select source, provider, asset, count(*) as found_count, min(ticket_id) as example_ticket_id, sum(count(*)) over (partition by source) as of_count
  from intermediate.tickets
  where asset is not null
  group by source, provider, asset
  qualify row_number() over (partition by source order by computed.is_placeholder(asset) desc, count(*) desc, asset) = 1
),
files as (
  select source, provider, 'rejects' as code, sum(reject_count) as found_count, sum(row_count) as of_count, arg_max(file, (reject_count, file)) as detail
  from staging.loads
  group by source, provider
  having sum(reject_count) > 0
  union all
  select l.source, l.provider, n.code, sum(n.row_count), sum(l.row_count), min(l.file)
  from raw.notices as n
  join staging.loads as l using (load_id)
  group by l.source, l.provider, n.code
)
select provider, source, code, found_count as ticket_count, found_count / of_count::double as share, example_ticket_id, null::varchar as detail
from listed
where found_count > 0 and found_count >= floor * of_count and (floor = 0 or of_count >= 2)
union all
select r.provider, r.source, 'one_requester', r.found_count, r.found_count / r.of_count::double, r.example_ticket_id, r.requester
from requesters as r
cross join reference.settings as c
where r.found_count >= c.one_requester_ratio * r.of_count and r.of_count >= c.population_n
union all
select a.provider, a.source, 'placeholder_asset', a.found_count, a.found_count / a.of_count::double, a.example_ticket_id, a.asset
from assets as a
cross join reference.settings as c
where a.found_count >= c.one_asset_ratio * a.of_count and computed.is_placeholder(a.asset)
union all
select provider, source, code, found_count::bigint, found_count / nullif(of_count, 0)::double, null, detail
from files
union all
select v.provider, v.source, 'revised', count(distinct v.ticket_id), count(distinct v.ticket_id) / any_value(c.ticket_count)::double,
  min(v.ticket_id), max_by(v.later_file, (v.later_at, v.later_file))
from marts.revisions as v
join (select source, count(*) as ticket_count from intermediate.tickets group by source) as c using (source)
where v.kind = 'rewritten' and v.is_after_end
group by v.provider, v.source
