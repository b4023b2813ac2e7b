-- One row per client, month, list (strength, question, referee) and code whose rule holds over the trailing_months ending with the month, with the evidence. weight orders the codes of a list. DECISIONS.md, "Verdict". Stored as a table.
-- strength: what the provider does well; question: what to bring to the next meeting; referee: what to ask other clients of the provider. item_count of n; ratio, low, high 0..1; detail: text of the tickets, as written; from_at, until_at UTC.
with months as (
  select m.provider, m.client, m.month, (m.month - to_months(s.trailing_months - 1))::date as first_month, s.minimum_n
  from intermediate.verdict_months as m
  cross join reference.settings as s
),
unanswered as (
  select m.provider, m.client, m.month, sum(c.unanswered_count)::bigint as unanswered_count, sum(c.ticket_count)::bigint as ticket_count, bool_or(c.is_survivors_only) as is_survivors_only,
    max_by(c.response_semantics, c.month) as response_semantics, m.minimum_n
  from months as m
  join marts.client_months as c on c.provider = m.provider and c.client = m.client and c.month between m.first_month and m.month
  group by all
),
called as (
  select m.provider, m.client, m.month, sum(p.called_back_count)::bigint as called_back_count, sum(p.abandoned_count - p.waiting_count)::bigint as missed_count, m.minimum_n
  from months as m
  join marts.phone as p on p.provider = m.provider and p.client = m.client and p.month between m.first_month and m.month
  group by all
),
matched as (
  select m.provider, m.client, m.month, count(*) filter (t.side = 'client' and not t.is_matched and not t.is_excused) as missing_count, count(*) filter (t.side = 'client') as ticket_count
  from months as m
  join marts.ticket_matches as t on t.provider = m.provider and t.client = m.client and t.month between m.first_month and m.month
  group by all
),
rewritten as (
  select m.provider, m.client, m.month, count(*) filter (r.moves_outcome) as moved_count, count(*) as revision_count, min(r.earlier_at) as from_at, max(r.later_at) as until_at
  from months as m
  join marts.revisions as r on r.provider = m.provider and r.client = m.client and r.month between m.first_month and m.month and r.kind = 'rewritten' and r.is_after_end and r.field <> 'client'
  group by all
),
chronic as (
  select provider, client, month, coalesce(nullif(concat_ws(' · ', asset, category), ''), title) as detail, trailing_count
  from marts.failure_months
  where is_chronic and not coalesce(is_for_review, false) and trailing_count > 0
  qualify row_number() over (partition by provider, client, month order by trailing_count desc, failure_group_id) = 1
),
lowered as (
  select m.provider, m.client, m.month, count(*) filter (w.is_handled_as_normal) as normal_count, count(*) as ticket_count
  from months as m
  join marts.critical_work as w on w.provider = m.provider and w.client = m.client and w.month between m.first_month and m.month
  group by all
),
fared as (
  select v.provider, v.client, v.month, v.question, v.place, v.n, case when v.question in ('reminders', 'same_problems') then v.n - v.hit_count else v.hit_count end as good_count
  from marts.verdicts as v
  cross join reference.settings as s
  where v.answer in ('not_good_enough', 'not_enough_evidence', 'nothing_to_judge_against') and v.figure is not null and v.n >= s.minimum_n and not v.is_survivors_only
    and coalesce(v.reason, '') not in ('many_unknown', 'not_found') and not (v.question = 'reminders' and v.hit_count = 0)
),
candidates as (
  select provider, client, month, 'strength' as list, 'good_' || question as code, 90 - place as weight, hit_count as item_count, n, figure as ratio, low, high, null::varchar as detail, null::timestamp as from_at, null::timestamp as until_at
  from marts.verdicts where answer = 'good_enough'
  union all
  select provider, client, month, 'strength', code, 70, count, ticket_count, null, null, null, null, null, null from marts.findings where is_favourable and code in ('response_faster', 'backlog_low')
  union all
  select provider, client, month, 'strength', 'calls_back', 60, called_back_count, missed_count, called_back_count / missed_count::double, computed.wilson_low(called_back_count, missed_count), computed.wilson_high(called_back_count, missed_count), null, null, null
  from called where missed_count >= minimum_n and computed.wilson_low(called_back_count, missed_count) > 0.5
  union all
  select provider, client, month, 'strength', 'nobody_unanswered', 55, 0, ticket_count, null, null, null, null, null, null
  from unanswered where unanswered_count = 0 and ticket_count >= minimum_n and not is_survivors_only and response_semantics <> 'none'
  union all
  select v.provider, v.client, v.month, 'strength', 'no_reminders', 65, 0, v.n, v.figure, v.low, v.high, null, null, null
  from marts.verdicts as v cross join reference.settings as s where v.question = 'reminders' and v.hit_count = 0 and v.n >= s.minimum_n
  union all
  select provider, client, month, 'strength', 'most_' || question, 45 - place, good_count, n, good_count / n::double, computed.wilson_low(good_count, n), computed.wilson_high(good_count, n), null, null, null
  from fared where computed.wilson_low(good_count, n) > 0.5
  union all
  select provider, client, month, 'strength', 'shows_' || question, 50, evidence_count, ticket_count, null, null, null, null, null, null from marts.red_flags cross join reference.settings as s where reading in ('confirmed', 'shown') and evidence_count >= s.minimum_n
  union all
  select provider, client, month, 'question', 'promise_missing', 100, null, null, null, null, null, null, null, null from marts.verdicts where question = 'promise' and reason = 'no_promise'
  union all
  select provider, client, month, 'question', 'promise_not_kept', 96, hit_count, n, figure, low, high, null, null, null from marts.verdicts where question = 'promise' and answer = 'not_good_enough'
  union all
  select provider, client, month, 'question', 'not_found', 95, missing_count, ticket_count, null, null, null, null, null, null from matched where missing_count > 0
  union all
  select provider, client, month, 'question', 'urgent_late', 94, hit_count, n, figure, low, high, null, null, null from marts.verdicts where question = 'urgent' and answer = 'not_good_enough'
  union all
  select provider, client, month, 'question', 'changed_after', 92, moved_count, revision_count, null, null, null, null, from_at, until_at from rewritten where moved_count > 0
  union all
  select distinct provider, client, month, 'question', 'open_tickets', 90, null::bigint, null::bigint, null::double, null::double, null::double, null, null::timestamp, null::timestamp from marts.verdicts where is_survivors_only and side = 'provider'
  union all
  select provider, client, month, 'question', 'chronic_failure', 88, trailing_count, null, null, null, null, detail, null, null from chronic
  union all
  select provider, client, month, 'question', 'same_problems', 84, hit_count, n, figure, low, high, null, null, null from marts.verdicts where question = 'same_problems' and answer = 'not_good_enough'
  union all
  select provider, client, month, 'question', 'critical_as_normal', 82, normal_count, ticket_count, null, null, null, null, null, null from lowered where normal_count > 0
  union all
  select provider, client, month, 'question', 'rest_late', 80, hit_count, n, figure, low, high, null, null, null from marts.verdicts where question = 'rest' and answer = 'not_good_enough'
  union all
  select provider, client, month, 'question', 'reminded_twice', 78, twice_count, n, null, null, null, null, null, null from marts.verdicts where question = 'reminders' and twice_count > 0
  union all
  select provider, client, month, 'question', 'pauses', 70, unsupported_count, promised_count, null, null, null, null, null, null from marts.pause_effects where span = 'trailing' and promise_kind = 'resolve' and unsupported_count > 0
  union all
  select provider, client, month, 'question', 'slower_than_needed', 66, null, null, null, null, null, null, null, null from marts.intensity where fit = 'slower'
  union all
  select provider, client, month, 'question', 'response_meaning', 60, null, null, null, null, null, response_semantics, null, null from unanswered where response_semantics in ('status_change', 'assignment', 'unknown')
    and exists (from intermediate.tickets as t where t.provider = unanswered.provider and t.client = unanswered.client and t.side = 'provider' and t.is_counted)
  union all
  select provider, client, month, 'question', 'response_times', 58, null, null, null, null, null, null, null, null from marts.verdicts where question = 'rest' and reason = 'no_response_times'
  union all
  select provider, client, month, 'question', 'flag_' || question, case question when 'monitoring_tools' then 56 when 'it_manager' then 55 else 54 end, evidence_count, ticket_count, null, null, null, null, null, null
  from marts.red_flags where reading <> 'shown' and not (reading = 'confirmed' and answer = 'yes')
  union all
  select provider, client, month, 'question', 'calls', 50, null, null, null, null, null, null, null, null from marts.verdicts where question = 'phone' and answer = 'not_measurable'
  union all
  select provider, client, month, 'question', 'expectation_missing', 45, null, null, null, null, null, null, null, null from marts.verdicts where question = 'urgent' and reason = 'no_expectation'
  union all
  select provider, client, month, 'question', 'lasting_fix', 30, null, null, null, null, null, null, null, null from months
  union all
  select provider, client, month, 'question', 'our_part', 29, null, null, null, null, null, null, null, null from months
  union all
  select provider, client, month, 'question', 'how_you_measure', 28, null, null, null, null, null, null, null, null from months
  union all
  select provider, client, month, 'question', 'next_evidence', 27, null, null, null, null, null, null, null, null from months
  union all
  select provider, client, month, 'question', 'who_when_away', 26, null, null, null, null, null, null, null, null from months
  union all
  select provider, client, month, 'referee', case question
    when 'promise' then 'kept' when 'urgent' then 'urgent' when 'reminders' then 'reminders' when 'phone' then 'phone' when 'same_problems' then 'same_problems' end,
    case when answer = 'not_good_enough' then 90 when answer = 'not_measurable' then 70 when answer = 'good_enough' then 20 else 60 end - place, hit_count, n, null, null, null, null, null, null
  from marts.verdicts where question in ('promise', 'urgent', 'reminders', 'phone', 'same_problems')
  union all
  select m.provider, m.client, m.month, 'referee', 'same_size', 100, i.users, null, null, null, null, i.intensity_class, null, null
  from months as m left join marts.intensity as i using (provider, client, month)
  union all
  select provider, client, month, 'referee', 'out_of_hours', 80, null, null, null, null, null, null, null, null from marts.intensity where immediacy_class = 'high' or fit = 'slower'
  union all
  select provider, client, month, 'referee', 'who_left', 75, null, null, null, null, null, null, null, null from months
)
select * from candidates where month is not null
