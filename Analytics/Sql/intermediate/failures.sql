-- One row per ticket that reports a failure and can be matched: it has a category, and an asset or a requester. Stored as a table.
-- First version of "the same failure": the same asset and category, else the same requester and category, of one client.
-- Service requests and planned changes are no failures; a ticket without a kind may be one. finished_at: when the failure was over as far
-- as the ticket tells: resolved, else (never resolved) seven days (stale_days) after its last activity, at most the cutoff.
select
  ticket_key, provider, client, source, ticket_id, requester, asset, category, subject, created_at, month, zone,
  case when asset is not null then 'asset' else 'requester' end as evidence,
  md5(concat_ws(chr(31), provider, client, case when asset is not null then 'asset' else 'requester' end, lower(coalesce(asset, requester)), lower(category))) as group_key,
  greatest(created_at, coalesce(ended_at, least(cutoff_at, greatest(created_at, coalesce(updated_at, created_at)) + to_days(s.stale_days)))) as finished_at
from intermediate.tickets
cross join reference.settings as s
where client is not null and is_counted and category is not null and coalesce(asset, requester) is not null
  and coalesce(kind, 'incident') in ('incident', 'problem')
