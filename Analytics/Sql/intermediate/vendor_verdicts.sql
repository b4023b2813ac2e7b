-- One row per counted ticket and promise kind (response, resolve) on which the tool gives a verdict: its verdict, ours, and the reason they differ (null: they agree).
-- The first reason that holds is given, in this order:
-- no_promise: nothing was promised to this client. not_known: we cannot tell (running, or no trustworthy time). erased: late by us, and the tool shows no due time though it shows others.
-- response_differs: the tool's first response is not ours, and with it our verdict would be the tool's (or, last, what its field means is no reply). rounding: done within 60 s of our due time. reopened: the ticket came back, and the tool may have judged another solution. paused: the tool counted waiting that the contract does not, and less that waiting our verdict is met too.
-- other_clock: on the other clock (wall time, or the contract's hours) our verdict would be the tool's. priority_changed: its history has more than one priority.
-- other_due: the tool's due time is more than 60 s from ours. due_not_stated: the tool does not say when it was due.
-- contradicts_due: the tool's verdict is not what its own due time says: left as it was, or waiting taken off that the export does not show. unexplained: none of these. DECISIONS.md, "The tool's own verdict".
with told as (
  select t.ticket_key, t.source, t.provider, t.client, t.month, 'response' as promise_kind, t.vendor_response_outcome as vendor_outcome, t.vendor_response_due_at as vendor_due_at
  from intermediate.tickets as t where t.vendor_response_outcome is not null and t.is_counted and t.client is not null
  union all
  select t.ticket_key, t.source, t.provider, t.client, t.month, 'resolve', t.vendor_resolve_outcome, t.vendor_resolve_due_at
  from intermediate.tickets as t where t.vendor_resolve_outcome is not null and t.is_counted and t.client is not null
),
duers as (
  select source, promise_kind, count(vendor_due_at) > 0 as has_due from told group by all
),
changed as (
  select source, ticket_id from staging.events where kind = 'priority' group by all having count(distinct value) > 1
),
compared as (
  select v.*, coalesce(o.outcome, 'not_promised') as our_outcome, o.due_at, o.promise_seconds, o.clock, d.done_at, d.client_seconds, d.contract_seconds, d.open_seconds,
    t.ticket_id, t.paused_seconds, t.reopen_count, t.priority, t.noted_responded_at, t.response_semantics, u.has_due,
    coalesce(case v.promise_kind when 'response' then t.noted_responded_at end, d.done_at, case when not t.is_ended then t.cutoff_at end) as shown_at, c.ticket_id is not null as has_priorities
  from told as v
  join intermediate.tickets as t using (ticket_key)
  join duers as u on u.source = v.source and u.promise_kind = v.promise_kind
  left join intermediate.outcomes as o on o.ticket_key = v.ticket_key and o.promise_kind = v.promise_kind
  left join intermediate.durations as d on d.ticket_key = v.ticket_key and d.measure = v.promise_kind
  left join changed as c on c.source = v.source and c.ticket_id = t.ticket_id
)
select ticket_key, provider, client, month, source, ticket_id, promise_kind, vendor_outcome, our_outcome, vendor_due_at, due_at, done_at, client_seconds, contract_seconds, case promise_kind when 'response' then noted_responded_at end as noted_responded_at,
  case
    when vendor_outcome = our_outcome then null
    when our_outcome = 'not_promised' then 'no_promise'
    when our_outcome in ('running', 'unknown') then 'not_known'
    when vendor_outcome = 'met' and has_due and vendor_due_at is null then 'erased'
    when promise_kind = 'response' and coalesce(abs(epoch(noted_responded_at - done_at)) > 60, true) and (noted_responded_at <= due_at) = (vendor_outcome = 'met') then 'response_differs'
    when abs(epoch(done_at - due_at)) <= 60 then 'rounding'
    when promise_kind = 'resolve' and reopen_count > 0 then 'reopened'
    when vendor_outcome = 'met' and paused_seconds > 0 and case clock when 'client' then client_seconds else open_seconds end - paused_seconds <= promise_seconds then 'paused'
    when (case clock when 'client' then contract_seconds else client_seconds end <= promise_seconds) = (vendor_outcome = 'met') then 'other_clock'
    when has_priorities then 'priority_changed'
    when abs(epoch(vendor_due_at - due_at)) > 60 then 'other_due'
    when promise_kind = 'response' and response_semantics <> 'public_reply' then 'response_differs'
    when vendor_due_at is null then 'due_not_stated'
    when (shown_at > vendor_due_at) = (vendor_outcome = 'met') then 'contradicts_due'
    else 'unexplained'
  end as reason
from compared
