-- One row per counted ticket and clock with business days of its own: contract (the contract's calendar), client (the client's own opening hours). Stored as a table, by ticket.
-- business_days: business days from the one the ticket counts from (the first whose closing is after its creation) to the one its first response falls on (the first whose closing is not before it):
-- 0 the same business day, 1 the next; null without a response, or where that cannot be measured. DECISIONS.md, "Business days".
with asked as (
  select d.ticket_key, k.clock, d.is_measurable, d.is_done, d.done_at, t.created_at,
    case k.clock when 'contract' then c.calendar_version_id else c.client_version_id end as calendar_version_id
  from intermediate.durations as d
  join intermediate.contract_calendars as c using (ticket_key, measure)
  join intermediate.tickets as t using (ticket_key)
  cross join (select unnest(['contract', 'client']) as clock) as k
  where d.measure = 'response' and d.is_measurable and t.client is not null and t.is_counted
),
placed as (
  select *, epoch(created_at)::bigint + 1 as from_epoch, case when is_done then epoch(done_at)::bigint end as to_epoch
  from asked
  where calendar_version_id is not null
)
select p.ticket_key, p.clock, case when p.is_done then b.day_index - a.day_index end as business_days
from placed as p
asof left join computed.business_days as a on a.calendar_version_id = p.calendar_version_id and p.from_epoch <= a.closes_epoch
asof left join computed.business_days as b on b.calendar_version_id = p.calendar_version_id and p.to_epoch <= b.closes_epoch
