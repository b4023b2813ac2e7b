-- One row per counted ticket and promise kind (response, resolve) on which our verdict is not the tool's, and why. Instants UTC, whole seconds.
-- due_difference_seconds: our due time less the tool's; null where the tool shows none.
-- The first reason that holds is given, in this order:
-- no_promise: nothing was promised to this client. not_known: we cannot tell (running, or no trustworthy time). erased: late by us, and the tool shows no due time though it shows others.
-- response_differs: the tool's first response (noted_responded_at) is not ours (done_at), and with it our verdict would be the tool's (or, last, what its field means is no reply). rounding: done within 60 s of our due time. reopened: the ticket came back, and the tool may have judged another solution. paused: the tool counted waiting that the contract does not, and less that waiting our verdict is met too.
-- other_clock: on the other clock (wall time, or the contract's hours) our verdict would be the tool's. priority_changed: its history has more than one priority.
-- other_due: the tool's due time is more than 60 s from ours. due_not_stated: the tool does not say when it was due.
-- contradicts_due: the tool's verdict is not what its own due time says: left as it was, or waiting taken off that the export does not show. unexplained: none of these. DECISIONS.md, "The tool's own verdict".
select provider, client, month, source, ticket_id, promise_kind, vendor_outcome, our_outcome, reason, vendor_due_at, due_at, done_at, noted_responded_at, client_seconds, contract_seconds,
  epoch(due_at - vendor_due_at)::bigint as due_difference_seconds
from intermediate.vendor_verdicts
where reason is not null
