-- One row per source and canonical ticket field: how many of its tickets have it filled. Instants UTC.
with filled as (
  select source, provider, evidence_tier, count(*) as ticket_count, min(created_at) as first_at, max(created_at) as last_at,
    count(subject) as subject, count(client) as client, count(requester) as requester, count(requester_mail) as requester_mail,
    count(agent) as agent, count(team) as team, count(asset) as asset, count(category) as category, count(channel) as channel,
    count(kind) as kind, count(state) as state, count(priority) as priority, count(responded_at) as responded_at,
    count(resolved_at) as resolved_at, count(closed_at) as closed_at, count(updated_at) as updated_at,
    count(vendor_response_due_at) as vendor_response_due_at, count(vendor_resolve_due_at) as vendor_resolve_due_at,
    count(vendor_response_outcome) as vendor_response_outcome, count(vendor_resolve_outcome) as vendor_resolve_outcome,
    count(paused_seconds) as paused_seconds, count(reopen_count) as reopen_count,
    count(satisfaction) as satisfaction
  from intermediate.tickets
  group by source, provider, evidence_tier
)
select f.provider, f.source, s.profile, f.evidence_tier, f.ticket_count, f.first_at, f.last_at, f.field, f.filled_count
from (unpivot filled on columns(* exclude (source, provider, evidence_tier, ticket_count, first_at, last_at)) into name field value filled_count) as f
join staging.sources as s using (source)
