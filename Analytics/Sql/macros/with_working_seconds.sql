-- Every row of a relation, and working_seconds from its from_epoch to its to_epoch on its calendar_version_id; negative when they run backwards.
-- spans: the name of a relation with calendar_version_id, from_epoch, to_epoch (UTC epoch seconds) beside whatever else.
-- Null where a value is missing or outside the calendar's cover: never coalesce it to 0.
-- Looked up by calendar version and UTC day; by ASOF for calendars with a crowded day. DECISIONS.md, "Working time".
create macro computed.with_working_seconds(spans) as table
with asked as materialized (
  from query_table(spans)
)
select q.*,
  (b.cum_seconds
    + greatest(0, least((q.to_epoch % 86400)::integer, b.e1) - b.s1)
    + greatest(0, least((q.to_epoch % 86400)::integer, b.e2) - b.s2)
    + greatest(0, least((q.to_epoch % 86400)::integer, b.e3) - b.s3))
  - (a.cum_seconds
    + greatest(0, least((q.from_epoch % 86400)::integer, a.e1) - a.s1)
    + greatest(0, least((q.from_epoch % 86400)::integer, a.e2) - a.s2)
    + greatest(0, least((q.from_epoch % 86400)::integer, a.e3) - a.s3)) as working_seconds
from asked as q
left join computed.calendar_days as a on a.day_key = q.calendar_version_id * 100000::bigint + q.from_epoch // 86400
left join computed.calendar_days as b on b.day_key = q.calendar_version_id * 100000::bigint + q.to_epoch // 86400
anti join (from computed.calendar_versions where has_crowded_days) as v on v.calendar_version_id = q.calendar_version_id
union all
select q.* exclude (is_covered),
  case when q.is_covered then
    coalesce(b.cum_seconds + least(q.to_epoch, b.ends_epoch) - b.starts_epoch, 0)
    - coalesce(a.cum_seconds + least(q.from_epoch, a.ends_epoch) - a.starts_epoch, 0) end as working_seconds
from (
  select q.*, coalesce(q.from_epoch >= v.covers_from_epoch and q.from_epoch < v.covers_to_epoch
    and q.to_epoch >= v.covers_from_epoch and q.to_epoch < v.covers_to_epoch, false) as is_covered
  from asked as q
  join computed.calendar_versions as v using (calendar_version_id)
  where v.has_crowded_days
) as q
asof left join computed.calendar_segments as a on a.calendar_version_id = q.calendar_version_id and q.from_epoch >= a.starts_epoch
asof left join computed.calendar_segments as b on b.calendar_version_id = q.calendar_version_id and q.to_epoch >= b.starts_epoch
