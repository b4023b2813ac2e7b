-- One row per client, month and span (month, trailing: the trailing_months ending with it) of a client with time entries or included hours: the time worked, in whole seconds. Stored as a table.
-- month_count: months of the span the time sheets reach over; where it is 0, all below but included_seconds are null: not measurable, not zero.
-- ticket_seconds: on known tickets; ticket_ratio: its share of used_seconds. billable_seconds: to be charged (null where no entry says); billing_untold_seconds: of the entries that do not say. counted_seconds: counts against the contract's hours
-- (all but what the entries say is not covered), of which untold_seconds where no entry says. included_seconds: the hours included in the span's measured months (of the month itself also where not measured),
-- a month's share of a quarter's or year's; null: none. against_seconds: counted_seconds of the months that include hours. Prepaid blocks are in hours_included. DECISIONS.md, "Hours".
with told as (
  select distinct provider, client from intermediate.hours_reach
  union
  select distinct m.provider, m.client from intermediate.months as m join raw.reference_included_hours as h using (client)
),
months as (
  select m.provider, m.client, m.month, u.* exclude (provider, client, month),
    a.included_seconds // case a.per when 'month' then 1 when 'quarter' then 3 else 12 end as included_seconds
  from intermediate.months as m
  join told using (provider, client)
  left join intermediate.hours_months as u on u.provider = m.provider and u.client = m.client and u.month = m.month
  left join intermediate.hours_agreed as a on a.provider = m.provider and a.client = m.client and a.month = m.month
),
spans as (
  select provider, client, month, 'month' as span, count(entry_count) as month_count, any_value(entry_count) as entry_count, any_value(used_seconds) as used_seconds,
    any_value(ticket_seconds) as ticket_seconds, any_value(billable_seconds) as billable_seconds, any_value(billing_untold_seconds) as billing_untold_seconds,
    any_value(counted_seconds) as counted_seconds, any_value(untold_seconds) as untold_seconds, any_value(included_seconds) as included_seconds,
    any_value(case when included_seconds is not null then counted_seconds end) as against_seconds
  from months
  group by provider, client, month
  union all by name
  select m.provider, m.client, m.month, 'trailing' as span, count(b.entry_count) as month_count, sum(b.entry_count)::bigint as entry_count, sum(b.used_seconds)::bigint as used_seconds,
    sum(b.ticket_seconds)::bigint as ticket_seconds, sum(b.billable_seconds)::bigint as billable_seconds, sum(b.billing_untold_seconds)::bigint as billing_untold_seconds,
    sum(b.counted_seconds)::bigint as counted_seconds, sum(b.untold_seconds)::bigint as untold_seconds,
    sum(b.included_seconds) filter (b.entry_count is not null)::bigint as included_seconds, sum(b.counted_seconds) filter (b.included_seconds is not null)::bigint as against_seconds
  from months as m
  cross join reference.settings as s
  join months as b on b.provider = m.provider and b.client = m.client and b.month > m.month - to_months(s.trailing_months) and b.month <= m.month
  group by m.provider, m.client, m.month
)
select provider, client, month, span, month_count, entry_count, used_seconds, ticket_seconds, ticket_seconds / nullif(used_seconds, 0)::double as ticket_ratio,
  billable_seconds, billing_untold_seconds, counted_seconds, untold_seconds, included_seconds, against_seconds
from spans
