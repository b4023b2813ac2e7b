-- One row per ticket and question a verdict asks of it: promise, resolution, and urgent or rest. Of counted tickets, and of a client's own records beside its provider's tickets. Stored as a table, by ticket.
-- urgent: of urgent_priority or more, by its own priority (where the source has more than one) or as critical work; a ticket without one is of the rest, and expected as soon as usual_priority.
-- yardstick: contract, expectation, published (of the rest, where the client states no expectation for it: half within the published median); null: none. asked_seconds: on the client clock; null where a contract judges.
-- is_within: kept; null: not decided, or not measurable. target_ratio: of the contract; null: it states none, or another yardstick. waited_seconds: wall time, to the answer (is_done), else so far. DECISIONS.md, "Verdict".
with tickets as (
  select t.*, p.is_survivors_only, c.seconds as critical_seconds, least(case when not p.is_one_priority then t.priority end, c.priority) as known_priority
  from intermediate.tickets as t
  join intermediate.selections as p using (source)
  left join intermediate.critical_tickets as c using (ticket_key)
  where t.client is not null and (t.is_counted or t.exclusion = 'client_side')
),
stated as (
  select t.client, t.created_date, t.known_priority, e.promise_kind, e.seconds
  from (select distinct client, created_date, known_priority from tickets) as t
  cross join reference.settings as s
  join reference.expectations as e
    on e.client = t.client and t.created_date between e.valid_from and e.valid_to and (e.priority is null or e.priority = coalesce(t.known_priority, s.usual_priority))
  qualify row_number() over (partition by t.client, t.created_date, t.known_priority, e.promise_kind order by e.priority nulls last, e.valid_from desc) = 1
),
usual as (
  select distinct e.client from reference.expectations as e cross join reference.settings as s where e.promise_kind = 'response' and coalesce(e.priority, 5) > s.urgent_priority
),
published as (
  select value::bigint as seconds from reference.benchmarks where measure = 'response_median_seconds' and place = 1 and unit = 'seconds' and grade in ('A', 'B')
),
asked as (
  select t.*, d.measure, d.is_measurable, d.is_done, d.client_seconds,
    case when d.measure = 'resolve' then 'resolution' when coalesce(t.known_priority <= s.urgent_priority, false) then 'urgent' else 'rest' end as question,
    case d.measure when 'response' then coalesce(t.critical_seconds, e.seconds) else e.seconds end as expected_seconds,
    case when d.measure = 'response' and not coalesce(t.known_priority <= s.urgent_priority, false) and u.client is null then b.seconds end as published_seconds,
    list_has_any(v.fields, ['resolved_at', 'closed_at']) as is_end_told, o.outcome, o.target_ratio
  from tickets as t
  cross join reference.settings as s
  join staging.evidence as v using (source)
  join intermediate.durations as d on d.ticket_key = t.ticket_key
  left join stated as e on e.client = t.client and e.created_date = t.created_date and e.known_priority is not distinct from t.known_priority and e.promise_kind = d.measure
  left join usual as u on u.client = t.client
  left join published as b on true
  left join intermediate.outcomes as o on o.ticket_key = t.ticket_key and o.promise_kind = d.measure
),
questions as (
  select * replace (case measure when 'response' then 'promise' else 'resolution' end as question), 'contract' as yardstick, null::bigint as asked_seconds
  from asked
  where outcome is not null
  union all by name
  select *, case when expected_seconds is not null then 'expectation' when published_seconds is not null then 'published' end as yardstick, coalesce(expected_seconds, published_seconds) as asked_seconds
  from asked
  where measure = 'response' or outcome is null
)
select ticket_key, provider, client, month, side, question, yardstick, asked_seconds, known_priority is not null as is_rated, is_survivors_only,
  is_measurable and (measure = 'response' or is_end_told) as is_measurable, is_done, client_seconds as waited_seconds,
  case
    when measure = 'resolve' and not is_end_told then null
    when yardstick = 'contract' then case outcome when 'met' then true when 'breached' then false end
    else computed.is_within(asked_seconds, is_measurable, is_done, client_seconds, is_ended, created_at, ended_at)
  end as is_within,
  case when yardstick = 'contract' then target_ratio end as target_ratio
from questions
