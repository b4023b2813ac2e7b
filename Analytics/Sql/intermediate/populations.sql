-- One row per source and way in which its tickets may not be all there are: does it hold, and on what evidence. Stored as a table.
-- closed_only: none is open at the end of the data, over more than 60 days, though at the pace and length of its tickets three or more would be (Little's law).
-- selected_by_close, selected_by_update: closings (or updates) begin on a day, while at least three tickets were created more than 30 days, and five times the usual length, before it.
-- one_client, one_priority: of at least population_n tickets all are of one client, or one_priority_ratio of one priority.
-- archived_gap: no ticket for archived_gap_days and five times the usual pause (not asked of selected files, whose old tickets are few). last_month_cut: the data end before their last month does.
-- row_cap: a file of exactly a number of rows at which tools stop. found_count, ratio, from_at, until_at (UTC), detail: the evidence. DECISIONS.md, "Who is in the file".
with tickets as (
  select *, coalesce(closed_at, ended_at) as left_at from intermediate.tickets where exclusion is distinct from 'deleted' and created_at <= cutoff_at
),
spans as (
  select t.source, t.provider, count(*) as ticket_count,
    count(*) filter (not is_ended) as open_count,
    min(created_at) as first_at, any_value(cutoff_at) as cutoff_at, any_value(time_zone) as time_zone,
    avg(epoch(ended_at - created_at)) filter (ended_at >= created_at) as mean_seconds,
    median(epoch(left_at - created_at)) filter (left_at >= created_at) as usual_left_seconds,
    median(epoch(updated_at - created_at)) filter (updated_at >= created_at) as usual_updated_seconds,
    min(left_at) as first_left_at, min(updated_at) as first_updated_at,
    count(distinct client) as client_count, count(client) as assigned_count, any_value(client) as client,
    count(priority) as priority_count
  from tickets as t
  group by t.source, t.provider
),
before as (
  select t.source,
    count(*) filter (t.created_at < s.first_left_at - interval 30 days and epoch(s.first_left_at - t.created_at) > 5 * s.usual_left_seconds) as left_count,
    count(*) filter (t.created_at < s.first_updated_at - interval 30 days and epoch(s.first_updated_at - t.created_at) > 5 * s.usual_updated_seconds) as updated_count
  from tickets as t
  join spans as s using (source)
  group by t.source
),
priorities as (
  select source, arg_max(priority, n) as priority, max(n) as found_count
  from (select source, priority, count(*) as n from tickets where priority is not null group by all)
  group by source
),
capped as (
  select source, max(row_count) as row_count, arg_max(file, (row_count, file)) as file
  from staging.loads
  where row_count in (500, 1000, 2000, 5000, 10000, 30000, 50000, 65535, 100000)
  group by source
),
judged as (
  select s.source, s.provider, s.ticket_count,
    unnest([
      {'code': 'closed_only',
        'is_found': s.open_count = 0 and s.cutoff_at - s.first_at > interval 60 days
          and coalesce(s.ticket_count * s.mean_seconds / epoch(s.cutoff_at - s.first_at) >= 3, true),
        'found_count': s.open_count, 'ratio': null::double, 'from_at': s.first_at, 'until_at': s.cutoff_at, 'detail': null::varchar},
      {'code': 'selected_by_close', 'is_found': b.left_count >= 3, 'found_count': b.left_count, 'ratio': null, 'from_at': s.first_at, 'until_at': s.first_left_at, 'detail': null},
      {'code': 'selected_by_update', 'is_found': b.updated_count >= 3, 'found_count': b.updated_count, 'ratio': null, 'from_at': s.first_at, 'until_at': s.first_updated_at, 'detail': null},
      {'code': 'one_client', 'is_found': s.client_count = 1 and s.assigned_count = s.ticket_count, 'found_count': s.client_count, 'ratio': null, 'from_at': null, 'until_at': null,
        'detail': case when s.client_count = 1 then s.client end},
      {'code': 'one_priority', 'is_found': p.found_count >= c.one_priority_ratio * s.ticket_count, 'found_count': p.found_count, 'ratio': p.found_count / s.ticket_count::double,
        'from_at': null, 'until_at': null, 'detail': p.priority::varchar},
      {'code': 'archived_gap', 'is_found': g.gap_days >= greatest(c.archived_gap_days, 5 * g.usual_days) and b.left_count < 3 and b.updated_count < 3, 'found_count': g.gap_days, 'ratio': null,
        'from_at': g.from_date::timestamp, 'until_at': g.until_date::timestamp, 'detail': null},
      {'code': 'last_month_cut',
        'is_found': timezone(s.time_zone, timezone('UTC', s.cutoff_at))::date < last_day(timezone(s.time_zone, timezone('UTC', s.cutoff_at))::date),
        'found_count': null, 'ratio': null, 'from_at': null, 'until_at': s.cutoff_at, 'detail': null},
      {'code': 'row_cap', 'is_found': k.row_count is not null, 'found_count': k.row_count, 'ratio': null, 'from_at': null, 'until_at': null, 'detail': k.file}
    ], recursive := true)
  from spans as s
  cross join reference.settings as c
  left join before as b using (source)
  left join priorities as p using (source)
  left join intermediate.stream_gaps as g using (source)
  left join capped as k using (source)
)
select j.source, j.provider, j.code,
  coalesce(j.is_found, false) and (j.ticket_count >= c.population_n or j.code in ('last_month_cut', 'row_cap')) as is_found,
  j.ticket_count, j.found_count, j.ratio, j.from_at, j.until_at, j.detail
from judged as j
cross join reference.settings as c
