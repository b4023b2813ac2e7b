-- One row per question with business_days that can be answered: due_epoch, UTC epoch second. Without until_second: the same time of day that many business days later, within that day's hours, counted from the next opening when outside hours; 0 is the closing. With it: that time on the n-th business day after the local date of arrival; 0 is the day itself while the time is still to come.
-- questions: the name of a relation with question_id, calendar_version_id, from_epoch (UTC epoch seconds), seconds, business_days, until_second.
-- No row where from_epoch is null or outside the calendar's cover, where the days are negative, or where they run past the cover (intermediate.calendar_gaps counts those). DECISIONS.md, "Business days".
create macro computed.due_after_days(questions) as table
with questions as (
  select q.question_id, q.calendar_version_id, q.from_epoch, q.business_days, q.until_second
  from query_table(questions) as q
  join computed.calendar_versions as v using (calendar_version_id)
  where q.business_days >= 0 and q.from_epoch >= v.covers_from_epoch and q.from_epoch < v.covers_to_epoch
),
same_time as (
  select
    q.question_id,
    q.calendar_version_id,
    q.from_epoch,
    q.business_days,
    coalesce(q.from_epoch < d.closes_epoch, false) as is_open,
    coalesce(d.day_index, -1) + case when q.from_epoch < d.closes_epoch then 0 else 1 end as first_index
  from (from questions where until_second is null) as q
  asof left join computed.business_days as d on d.calendar_version_id = q.calendar_version_id and q.from_epoch >= d.opens_epoch
),
same_time_second as (
  select
    q.question_id,
    q.calendar_version_id,
    q.business_days,
    q.first_index + q.business_days as due_index,
    case when q.is_open then q.from_epoch else f.opens_epoch end as counts_epoch,
    counts_epoch - f.midnight_epoch + case when counts_epoch >= f.shift_epoch then f.shift_seconds else 0 end as local_second
  from same_time as q
  join computed.business_days as f on f.calendar_version_id = q.calendar_version_id and f.day_index = q.first_index
),
until as (
  select
    q.question_id,
    q.calendar_version_id,
    q.until_second,
    coalesce(d.day_index, -1) + case
      when q.business_days > 0 then q.business_days
      when d.midnight_epoch + q.until_second
        - case when d.midnight_epoch + q.until_second - greatest(d.shift_seconds, 0) >= d.shift_epoch then d.shift_seconds else 0 end
        >= q.from_epoch then 0
      else 1
    end as due_index
  from (from questions where until_second is not null) as q
  asof left join computed.business_days as d on d.calendar_version_id = q.calendar_version_id and q.from_epoch >= d.midnight_epoch
)
select
  s.question_id,
  case
    when s.business_days = 0 then d.closes_epoch
    else greatest(d.opens_epoch, least(d.closes_epoch, d.midnight_epoch + s.local_second
      - case when d.midnight_epoch + s.local_second - greatest(d.shift_seconds, 0) >= d.shift_epoch then d.shift_seconds else 0 end))
  end as due_epoch
from same_time_second as s
join computed.business_days as d on d.calendar_version_id = s.calendar_version_id and d.day_index = s.due_index
union all
select
  u.question_id,
  d.midnight_epoch + u.until_second
    - case when d.midnight_epoch + u.until_second - greatest(d.shift_seconds, 0) >= d.shift_epoch then d.shift_seconds else 0 end as due_epoch
from until as u
join computed.business_days as d on d.calendar_version_id = u.calendar_version_id and d.day_index = u.due_index
