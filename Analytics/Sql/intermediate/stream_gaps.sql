-- One row per source: the longest run of local dates without any ticket (of equal ones the last), and the usual one. Stored as a table.
-- gap_days: dates between two dates with tickets; usual_days: their median, 1 for a source with tickets every day.
with dates as (select distinct source, created_date from intermediate.tickets where is_listed or exclusion is null),
gaps as (
  select source, lag(created_date) over (partition by source order by created_date) as from_date, created_date as until_date from dates
)
select source, median(until_date - from_date) as usual_days, max(until_date - from_date) as gap_days,
  arg_max(from_date, (until_date - from_date, from_date)) as from_date, arg_max(until_date, (until_date - from_date, from_date)) as until_date
from gaps
where from_date is not null
group by source
