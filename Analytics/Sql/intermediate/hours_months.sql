-- One row per client and month that its time sheets reach over: the work of the month, in whole seconds. Stored as a table.
-- billable_seconds: null where no entry of the month says whether it is to be charged.
-- counted_seconds: what counts against the contract's hours: all but what the entries say is not covered; untold_seconds: of that, where no entry says so or so.
select r.provider, r.client, g.month::date as month,
  count(e.entry_key) as entry_count,
  coalesce(sum(e.worked_seconds), 0)::bigint as used_seconds,
  coalesce(sum(e.worked_seconds) filter (e.ticket_id is not null), 0)::bigint as ticket_seconds,
  case when count(e.is_billable) > 0 or count(e.entry_key) = 0 then coalesce(sum(e.worked_seconds) filter (e.is_billable), 0) end::bigint as billable_seconds,
  coalesce(sum(e.worked_seconds) filter (e.is_billable is null), 0)::bigint as billing_untold_seconds,
  coalesce(sum(e.worked_seconds) filter (e.is_covered is distinct from false), 0)::bigint as counted_seconds,
  coalesce(sum(e.worked_seconds) filter (e.is_covered is null), 0)::bigint as untold_seconds
from intermediate.hours_reach as r
cross join unnest(generate_series(r.first_month, r.last_month, interval 1 month)) as g(month)
left join intermediate.time_entries as e on e.provider = r.provider and e.client = r.client and e.month = g.month and e.is_counted
group by r.provider, r.client, g.month
