-- One row per client, month, source, promise kind (response, resolve), the tool's verdict, ours, and the reason they differ (null: they agree).
-- Reasons as in marts.ticket_differences. DECISIONS.md, "The tool's own verdict".
select provider, client, month, source, promise_kind, vendor_outcome, our_outcome, reason, count(*) as ticket_count
from intermediate.vendor_verdicts
group by all
