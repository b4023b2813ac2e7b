-- One row per ticket of either side of a client whose own records (side client) and whose provider's tickets are both there; never merged. Instants UTC. Stored as a table.
-- is_matched: the other side has it: other_*. tier A to E, basis: number (the client's record names the provider's number), person_words, words, person_time (the same person, near in time), time (near, and no other ticket of either side is).
-- score: words in common, 0..1; shared_words: those. gap_seconds: from the client's record to the provider's ticket; negative: the provider's came first.
-- reasons: why the other side may not have it, comma-separated; null: nothing in the data says. outside_period (before the other side's first ticket, or after its data end), closed_only (the provider's file holds only tickets that ended),
-- beside_matched (the other side's ticket beside_* is like it, but another ticket is more so: a follow-up, or reported twice), by_phone (by telephone or in person, or written down when the work was done),
-- row_cap (the provider's file ends at a number of rows at which tools stop), unassigned (the provider's file has tickets of no known client from about then), by_tool (a machine opened it), other_person (of somebody the client's records never name), merged.
-- is_excused: a reason of itself explains it (outside_period, beside_matched, by_tool, merged). DECISIONS.md, "The same ticket on both sides".
with tickets as (
  select t.*, c.is_survivors_only
  from intermediate.match_tickets as m
  join intermediate.tickets as t using (ticket_key)
  join intermediate.selections as c on c.source = t.source
),
pairs as (
  select client_source as source, client_ticket_id as ticket_id, provider_source as other_source, provider_ticket_id as other_ticket_id, * from computed.ticket_pairs where lonely_side is distinct from 'provider'
  union all by name
  select provider_source as source, provider_ticket_id as ticket_id, client_source as other_source, client_ticket_id as other_ticket_id, * from computed.ticket_pairs where lonely_side is distinct from 'client'
),
covered as (
  select provider, client, side, min(created_at) as first_at, max(cutoff_at) as end_at, bool_or(is_survivors_only) as is_survivors_only
  from tickets
  group by all
),
people as (
  select distinct provider, client, unnest([lower(trim(requester)), lower(trim(requester_mail))]) as person from tickets where side = 'client'
),
capped as (
  select distinct source from intermediate.populations where code = 'row_cap' and is_found
),
stray as (
  select t.ticket_key
  from tickets as t
  cross join reference.settings as s
  semi join intermediate.tickets as u
    on u.client is null and u.side = 'provider' and u.provider = t.provider and u.created_at between t.created_at - to_hours(s.match_before_hours) and t.created_at + to_hours(s.match_after_hours)
  where t.side = 'client'
),
judged as (
  select t.*, p.is_pair, p.other_source, p.other_ticket_id, p.tier, p.basis, p.score, p.shared, p.gap_seconds,
    list_filter([
      case when t.created_at < o.first_at or t.created_at > o.end_at then 'outside_period' end,
      case when p.is_pair = false then 'beside_matched' end,
      case when t.side = 'provider' and t.state = 'merged' then 'merged' end,
      case when t.side = 'provider' and computed.is_machine(t.requester, t.requester_mail) then 'by_tool' end,
      case when t.channel in ('phone', 'walk_in') or t.side = 'provider' and t.is_typed_after then 'by_phone' end,
      case when t.side = 'client' and o.is_survivors_only then 'closed_only' end,
      case when t.side = 'client' and exists (from tickets as f join capped using (source) where f.provider = t.provider and f.client = t.client and f.side = 'provider') then 'row_cap' end,
      case when r.ticket_key is not null then 'unassigned' end,
      case when t.side = 'provider' and not coalesce(computed.is_machine(t.requester, t.requester_mail), false) and coalesce(t.requester_mail, t.requester) is not null
        and exists (from people as k where k.provider = t.provider and k.client = t.client and k.person is not null)
        and not exists (from people as k where k.provider = t.provider and k.client = t.client and k.person in (lower(trim(t.requester)), lower(trim(t.requester_mail)))) then 'other_person' end
    ], x -> x is not null) as reasons
  from tickets as t
  left join pairs as p using (source, ticket_id)
  join covered as o on o.provider = t.provider and o.client = t.client and o.side <> t.side
  left join stray as r on r.ticket_key = t.ticket_key
)
select j.provider, j.client, j.month, j.side, j.source, j.ticket_id, j.number, j.subject, j.requester, j.channel, j.created_at, j.responded_at, j.resolved_at,
  coalesce(j.is_pair, false) as is_matched,
  case when j.is_pair then j.other_source end as other_source, case when j.is_pair then j.other_ticket_id end as other_ticket_id,
  case when j.is_pair then o.number end as other_number, case when j.is_pair then o.subject end as other_subject,
  case when j.is_pair then o.created_at end as other_created_at, case when j.is_pair then o.responded_at end as other_responded_at,
  case when j.is_pair then j.tier end as tier, case when j.is_pair then j.basis end as basis, case when j.is_pair then j.score end as score,
  case when j.is_pair then j.shared end as shared_words, case when j.is_pair then j.gap_seconds end as gap_seconds,
  case when j.is_pair is not true and len(j.reasons) > 0 then array_to_string(j.reasons, ',') end as reasons,
  j.is_pair is not true and list_has_any(j.reasons, ['outside_period', 'beside_matched', 'by_tool', 'merged']) as is_excused,
  case when j.is_pair = false then j.other_source end as beside_source, case when j.is_pair = false then j.other_ticket_id end as beside_ticket_id, case when j.is_pair = false then o.number end as beside_number, case when j.is_pair = false then o.subject end as beside_subject
from judged as j
left join intermediate.tickets as o on o.source = j.other_source and o.ticket_id = j.other_ticket_id
