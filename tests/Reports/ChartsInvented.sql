-- Invented marts for the charts' tests: eighteen months of one busy client, one with few tickets, one whose export has no times.
-- Everything is drawn from hash(), so every run has the same rows.
create schema marts;

create table marts.tickets as
with clients(client, first_id, monthly, has_times, has_promises) as (values
    ('Αφοί Παπαδόπουλοι Α.Ε.', 1000, 38, true, true),
    ('Ιατρείο Νίκα', 5000, 2, true, true),
    ('Βιβλιοπωλείο Ερμής', 7000, 12, false, false),
    ('../../x ' || chr(129418) || repeat('ΑκατάπαυστηΛέξη', 30), 9000, 14, true, true),
    ('Καφέ Αυλή', 9900, 11, true, false)),
months as (select unnest(generate_series(date '2025-05-01', date '2026-10-01', interval 1 month))::date as month),
titles(failure_group_no, title, asset, category) as (values
    (0, 'VPN λογιστηρίου: δεν συνδέεται', 'VPN-ROUTER-01', 'Δίκτυο'), (1, 'Εκτυπωτής παραλαβής βγάζει λευκές σελίδες', 'PRN-APOTHIKI-2', 'Εκτυπωτές'),
    (2, 'Το ERP κλείνει μόνο του στην έκδοση τιμολογίων', 'SRV-ERP', 'Εφαρμογές'), (3, 'Outlook ζητά συνέχεια κωδικό', null, 'Email'),
    (4, 'Wi-Fi στο ισόγειο κόβεται', 'AP-ISOGEIO', 'Δίκτυο'), (5, 'Backup απέτυχε', 'NAS-01', 'Αντίγραφα'),
    (6, 'Αργό PC στο ταμείο', 'PC-TAMEIO-3', 'Υπολογιστές'), (7, 'Σκάνερ δεν στέλνει σε φάκελο', 'MFP-ORF2', 'Εκτυπωτές'),
    (8, 'Teams χωρίς ήχο', null, 'Εφαρμογές'), (9, 'Κοινόχρηστος φάκελος δεν ανοίγει', 'SRV-FILES', 'Δίκτυο')),
draws as (
    select client, has_times, has_promises, month, first_id + row_number() over (partition by client order by month, i) as id, i,
        [(hash(client || month || i || '-' || k) % 1000003) / 1000003.0 for k in range(10)] as r
    from clients, months, range(60) as t(i)
    where i < monthly * (0.8 + 0.4 * ((hash(client || month) % 1000) / 1000.0))),
drawn as (
    select *, month + to_seconds(((r[1] * 0.98) * 86400 * day(last_day(month)))::bigint) as created_at,
        case when r[2] < 0.12 then 1 when r[2] < 0.35 then 2 when r[2] < 0.85 then 3 else 4 end as priority,
        if(r[3] < 0.68, 'incident', 'request') as kind, (r[4] + r[5] + r[6] - 1.5) * 2 as z, floor(24 * pow(r[7], 1.6))::int as group_no
    from draws),
timed as (
    select *, ([1500, 4000, 9000, 26000][priority] * exp(1.15 * z))::bigint as answered_after,
        if(r[8] < 0.55, 1.0, 0.3) as open_share, ([14000, 30000, 80000, 200000][priority] * exp(1.4 * (r[9] + r[10] - 1) * 2) * if(r[5] > 0.88, 14, 1))::bigint as solved_after,
        has_times and r[10] > 0.03 as is_answered, [1800, 7200, 28800, 57600][priority] as promise_seconds
    from drawn),
grouped as (
    select *, if(kind = 'incident' and r[8] < 0.4, client || '/' || group_no, null) as failure_group_id,
        coalesce(created_at - lag(created_at) over w > interval 1 day, true) as starts_episode,
        coalesce(created_at - lag(created_at) over w between interval 1 day and interval 30 day, false) as returned
    from timed window w as (partition by client, if(kind = 'incident' and r[8] < 0.4, group_no, -id) order by created_at, id))
select 'freshdesk' as source, 'provider' as side, 'Helios IT' as provider, client, month, id::varchar as ticket_id, '#' || id as number,
    if(failure_group_id is null or client like '../%', '=HYPERLINK("x") ' || chr(7) || chr(129418) || chr(55) || repeat('ω', 300) || id, coalesce(title, 'Βλάβη θέσης ' || grouped.group_no)) as subject, category, if(failure_group_id is null, null, asset) as asset,
    'χρήστης ' || (id % 9) as requester, 'agent' as agent, 'team' as team, 'email' as channel, kind,
    if(created_at + to_seconds(solved_after) < timestamp '2026-11-02 07:10' and has_times, 'closed', 'open') as state,
    null::int as priority_asked, null::int as priority_assigned, priority as priority_final, created_at,
    if(is_answered, created_at + to_seconds(answered_after), null) as responded_at, if(has_times, 'public_reply', 'none') as response_semantics,
    if(has_times and created_at + to_seconds(solved_after) < timestamp '2026-11-02 07:10', created_at + to_seconds(solved_after), null) as resolved_at,
    null::timestamp as closed_at, if(has_times, 'T2', 'T1') as evidence_tier,
    if(is_answered, answered_after, null) as response_client_seconds, if(is_answered and has_promises, (answered_after * open_share)::bigint, null) as response_contract_seconds,
    if(has_times, solved_after, null) as resolve_client_seconds, if(has_times and has_promises, (solved_after * 0.32)::bigint, null) as resolve_contract_seconds,
    if(has_promises, (promise_seconds // 60) || 'm', null) as response_promise, if(has_promises, promise_seconds, null)::bigint as response_promise_seconds,
    null::timestamp as response_due_at,
    case when not has_promises then 'not_promised' when not is_answered and month = date '2026-10-01' then 'running' when not is_answered then 'breached'
        when answered_after * open_share > promise_seconds then 'breached' else 'met' end as response_outcome,
    null::varchar as resolve_promise, null::bigint as resolve_promise_seconds, null::timestamp as resolve_due_at, 'not_promised' as resolve_outcome,
    null::timestamp as vendor_due_at, null::varchar as vendor_outcome, null::varchar as vendor_response_outcome, 0::bigint as paused_seconds, 0::bigint as unsupported_pause_seconds,
    0 as chaser_count, 0 as reopen_count, failure_group_id,
    if(failure_group_id is null, null, sum(starts_episode::int) over (partition by client, failure_group_id order by created_at, id))::int as episode_number,
    failure_group_id is not null and returned as is_repeat_30d, true as is_counted, null::varchar as exclusion, 'Europe/Athens' as zone
from grouped left join titles on titles.failure_group_no = grouped.group_no
order by client, ticket_id;

create macro wilson(met, n, side) as
    ((met / n) + 1.9208 / n + side * 1.96 * sqrt((met / n) * (1 - met / n) / n + 0.9604 / (n * n))) / (1 + 3.8416 / n);

create table marts.windows as
select m.month, m.month as first_month, '' as window_name from (select distinct month from marts.tickets) m
union all select m.month, (m.month - interval 11 month)::date, '_trailing' from (select distinct month from marts.tickets) m;

create table marts.attainment_both as
select provider, client, w.month, window_name, 'response' as promise_kind, priority_final as priority,
    count(*) filter (response_outcome <> 'not_promised') as promised_count, count(*) filter (response_outcome = 'met') as met_count,
    count(*) filter (response_outcome = 'breached') as breached_count, count(*) filter (response_outcome = 'running') as running_count,
    0::bigint as unknown_count, count(*) filter (response_outcome = 'not_promised') as not_promised_count,
    met_count / nullif(met_count + breached_count, 0) as attained_ratio,
    if(met_count + breached_count > 0, wilson(met_count, nullif(met_count + breached_count, 0), -1), null) as wilson_low,
    if(met_count + breached_count > 0, wilson(met_count, nullif(met_count + breached_count, 0), 1), null) as wilson_high,
    met_count / nullif(promised_count, 0) as bound_low, (met_count + running_count) / nullif(promised_count, 0) as bound_high,
    if(promised_count > 0, 0.95, null) as target_ratio,
    case when met_count + breached_count = 0 then 'not_measurable' when met_count + breached_count < 10 then 'too_few' when target_ratio is null then 'no_target' when wilson_low >= target_ratio then 'met' when wilson_high < target_ratio then 'missed' else 'not_distinguishable' end as reading, false as is_upper_bound
from marts.windows w join marts.tickets t on t.month between w.first_month and w.month
group by grouping sets ((provider, client, w.month, window_name), (provider, client, w.month, window_name, priority_final))
order by all;
create table marts.attainment as select * exclude (window_name) from marts.attainment_both where window_name = '';
create table marts.attainment_trailing as select * exclude (window_name) from marts.attainment_both where window_name = '_trailing';

create table marts.times_both as
select provider, client, w.month, window_name, clock, measure, priority, count(*) as ticket_count, count(seconds) as answered_count, 0::bigint as closed_unanswered_count,
    quantile_cont(seconds, 0.5)::bigint as median_seconds, quantile_cont(seconds, 0.9)::bigint as p90_seconds,
    if(count(seconds) < 6, null, quantile_cont(seconds, 0.38)::bigint) as median_low, if(count(seconds) < 6, null, quantile_cont(seconds, 0.62)::bigint) as median_high, null::bigint as p90_low, null::bigint as p90_high
from marts.windows w
join (
    select provider, client, month, priority_final as priority, 'client' as clock, 'response' as measure, response_client_seconds as seconds from marts.tickets
    union all select provider, client, month, priority_final, 'contract', 'response', response_contract_seconds from marts.tickets
    union all select provider, client, month, priority_final, 'client', 'resolve', resolve_client_seconds from marts.tickets
    union all select provider, client, month, priority_final, 'contract', 'resolve', resolve_contract_seconds from marts.tickets) t
    on t.month between w.first_month and w.month
group by grouping sets ((provider, client, w.month, window_name, clock, measure), (provider, client, w.month, window_name, clock, measure, priority))
order by all;
create table marts.response_times as select * exclude (window_name, measure, priority) from marts.times_both where window_name = '' and measure = 'response' and priority is null;
create table marts.resolve_times as select * exclude (window_name, measure, priority) from marts.times_both where window_name = '' and measure = 'resolve' and priority is null;
create table marts.response_times_trailing as select * exclude (window_name, measure) from marts.times_both where window_name = '_trailing' and measure = 'response';
create table marts.resolve_times_trailing as select * exclude (window_name, measure) from marts.times_both where window_name = '_trailing' and measure = 'resolve';

create table marts.ladder_both as
select provider, client, w.month, window_name, clock, threshold_seconds, count(*) as ticket_count, count(seconds) filter (seconds <= threshold_seconds) as answered_count,
    if(bool_or(seconds is not null), answered_count / ticket_count, null) as answered_ratio
from marts.windows w
join (select provider, client, month, 'client' as clock, response_client_seconds as seconds from marts.tickets
    union all select provider, client, month, 'contract', response_contract_seconds from marts.tickets) t on t.month between w.first_month and w.month,
    (select unnest([600, 1800, 3600, 7200, 14400, 28800, 86400, 172800]) as threshold_seconds)
group by all order by all;
create table marts.response_ladder as select * exclude (window_name) from marts.ladder_both where window_name = '';
create table marts.response_ladder_trailing as select * exclude (window_name) from marts.ladder_both where window_name = '_trailing';

create table marts.expectations as
select provider, client, w.month, priority_final as priority, 'response' as promise_kind,
    (['10m', '1h', '4h', '2 εργάσιμες'])[priority_final] as expected, ([600, 3600, 14400, null])[priority_final]::bigint as expected_seconds,
    any_value(response_promise) as promised, any_value(response_promise_seconds) as promised_seconds, count(*) as ticket_count,
    quantile_cont(response_client_seconds, 0.5)::bigint as median_seconds, quantile_cont(response_client_seconds, 0.9)::bigint as p90_seconds,
    avg((response_client_seconds <= ([600, 3600, 14400, null])[priority_final])::int) as within_expected_ratio,
    avg((response_contract_seconds <= response_promise_seconds)::int) as within_promised_ratio,
    count(response_client_seconds) as expected_decided_count, 0.1::double as within_expected_low, 0.6::double as within_expected_high, 'promise_is_in_working_hours' as parting, null::varchar as delivered_parting,
    quantile_disc(response_client_seconds, 0.95)::bigint as kept_seconds, quantile_disc(response_contract_seconds, 0.95)::bigint as kept_contract_seconds
from marts.windows w join marts.tickets t on t.month between w.first_month and w.month
where window_name = '_trailing' and t.client <> 'Βιβλιοπωλείο Ερμής'
group by all order by all;

create table marts.client_months as
with one as (
    select provider, client, w.month, w.window_name, count(*) as ticket_count, count(*) filter (kind = 'incident') as incident_count,
        count(*) filter (kind = 'request') as request_count,
        count(*) filter (responded_at is null and state = 'open') as unanswered_count,
        any_value(response_semantics) as response_semantics, any_value(evidence_tier) as evidence_tier,
        sum(response_client_seconds)::bigint as response_client_seconds_total, sum(response_contract_seconds)::bigint as response_contract_seconds_total,
        count(responded_at) as answered_count, count(distinct failure_group_id || '/' || episode_number) as episode_count,
        count(*) filter (is_repeat_30d) as repeat_30d_count, bool_or(response_promise is not null) as has_promises
    from marts.windows w join marts.tickets t on t.month between w.first_month and w.month
    group by all)
select a.provider, a.client, a.month, a.ticket_count, a.incident_count, a.request_count, 0::bigint as other_count,
    if(a.evidence_tier = 'T1', null, (select count(*) from marts.tickets t where t.client = a.client and date_trunc('month', t.resolved_at) = a.month)) as resolved_count,
    if(a.evidence_tier = 'T1', null, (select count(*) from marts.tickets t where t.client = a.client and t.month <= a.month
        and coalesce(t.resolved_at, timestamp '2030-01-01') >= a.month + interval 1 month)) as backlog_count,
    a.unanswered_count, 0::bigint as closed_without_answer_count, a.response_semantics, a.evidence_tier,
    a.response_client_seconds_total, a.response_contract_seconds_total, a.answered_count, a.episode_count, a.repeat_30d_count, a.repeat_30d_count // 2 as repeat_7d_count, a.episode_count as repeat_90d_count,
    a.repeat_30d_count / nullif(a.episode_count, 0) as repeat_ratio,
    if(a.episode_count = 0, null, wilson(a.repeat_30d_count, nullif(a.episode_count, 0), -1)) as repeat_low,
    if(a.episode_count = 0, null, wilson(a.repeat_30d_count, nullif(a.episode_count, 0), 1)) as repeat_high,
    timestamp '2026-11-05 09:00' as data_end_at, timestamp '2026-11-02 07:10' as as_of_at, b.ticket_count as trailing_ticket_count, case when b.client = 'Ιατρείο Νίκα' then 5 else 12 end as trailing_month_count, b.episode_count as trailing_episode_count,
    b.repeat_30d_count as trailing_repeat_30d_count, b.repeat_30d_count // 2 as trailing_repeat_7d_count, b.episode_count as trailing_repeat_90d_count, b.repeat_30d_count / nullif(b.episode_count, 0) as trailing_repeat_ratio,
    if(b.episode_count = 0, null, wilson(b.repeat_30d_count, nullif(b.episode_count, 0), -1)) as trailing_repeat_low,
    if(b.episode_count = 0, null, wilson(b.repeat_30d_count, nullif(b.episode_count, 0), 1)) as trailing_repeat_high,
    a.has_promises, 25 as users, 40 as endpoints, 'Europe/Athens' as zone, 10 as minimum_n, false as is_survivors_only
from one a join one b using (provider, client, month)
where a.window_name = '' and b.window_name = '_trailing'
order by all;

create table marts.failure_groups as
select provider, client, failure_group_id, any_value(subject) as title, any_value(asset) as asset, any_value(category) as category, any_value(requester) as requester,
    count(*) as ticket_count, count(distinct episode_number) as episode_count, min(created_at) as first_at, max(created_at) as last_at,
    0::bigint as repeats_7d, count(*) filter (is_repeat_30d) as repeats_30d, count(*) filter (is_repeat_30d) as repeats_90d,
    count(distinct episode_number) >= 8 as is_chronic, if(any_value(asset) is null, 'requester', 'asset') as evidence
from marts.tickets where failure_group_id is not null group by all order by all;

create table marts.mean_failures as
select 'Helios IT' as provider, 'Αφοί Παπαδόπουλοι Α.Ε.' as client, 6.5 * i as age_days, 14 - i // 5 as device_count, sum(1 / (14 - i // 5)) over (order by i) as mean_failures
from range(1, 61) as r(i);

create table marts.findings (provider varchar, client varchar, month date, rank integer, code varchar, is_favourable boolean, ticket_count bigint,
    ratio double, low double, high double, target_ratio double, seconds bigint, other_seconds bigint, count bigint, detail varchar);
insert into marts.findings values
    ('Helios IT', 'Αφοί Παπαδόπουλοι Α.Ε.', '2026-10-01', 1, 'response_target_missed', false, 390, 0.83, 0.79, 0.87, 0.95, null, null, null, null),
    ('Helios IT', 'Αφοί Παπαδόπουλοι Α.Ε.', '2026-10-01', 2, 'chronic_failure', false, 31, null, null, null, null, null, null, 12, 'VPN-ROUTER-01'),
    ('Helios IT', 'Αφοί Παπαδόπουλοι Α.Ε.', '2026-10-01', 3, 'response_faster', true, 38, null, null, null, null, 5400, 7300, null, null);

create table marts.link_precision as
select p.provider, t.tier, 100 as link_count, t.n as labelled_count, t.same as same_count, t.same / nullif(t.n, 0)::double as precision_ratio, t.low as wilson_low, t.high as wilson_high, 0.85 as precision_goal,
  null::double as safe_score, 90 as link_window_days, 0.2 as link_asset_ratio, 0.35 as link_requester_ratio, 0.4 as link_category_ratio, 0.55 as link_text_ratio, 0.25 as link_group_ratio, 12 as link_busy_count, 'abc' as lexicon_hash
from (select distinct provider from marts.client_months) as p cross join (values ('A', 0, 0, null, null), ('B', 50, 47, 0.838, 0.979), ('C', 0, 0, null, null), ('D', 20, 2, 0.028, 0.301)) as t(tier, n, same, low, high);

create table marts.repeat_links as
select provider, client, source, ticket_id, source as earlier_source, lag(ticket_id) over w as earlier_ticket_id, 'B' as tier, null::double as score,
    concat_ws(' · ', asset, category) as shared_terms
from marts.tickets where failure_group_id is not null
window w as (partition by client, failure_group_id order by created_at, ticket_id)
qualify earlier_ticket_id is not null;

create table marts.providers as
select 'Helios IT' as provider, 'freshdesk' as source, 'freshdesk' as profile, 'provider' as side, 'Europe/Athens' as time_zone, 'public_reply' as response_semantics,
    timestamp '2026-11-02 07:10' as exported_at, timestamp '2026-11-02 07:10' as data_end_at, timestamp '2026-11-02 07:10' as as_of_at, 0::bigint as reject_count,
    timestamp '2025-05-01 06:00' as data_start_at, (select count(*) from marts.tickets) as ticket_count, 0::bigint as unassigned_count,
    0::bigint as unknown_priority_count, 0::bigint as unknown_state_count;

-- What else stands between promise and delivery has no invented rows: its sections say that nothing can be measured.
create table marts.response_rungs (provider varchar, client varchar, month date, span varchar);
-- Both clocks, and of the busy client's wait what fell into its opening hours.
create table marts.clock_gaps as
select provider, client, month, w.span, 'response' as measure, answered_count as ticket_count, response_client_seconds_total as client_seconds, response_contract_seconds_total as contract_seconds,
    response_client_seconds_total - response_contract_seconds_total as out_of_hours_seconds, 0 as holiday_seconds, 0 as agreed_pause_seconds, 0 as unsupported_pause_seconds, answered_count - 1 as open_ticket_count,
    if(client like 'Αφοί%', response_client_seconds_total * w.n // 4, null) as client_open_seconds
from marts.client_months, (values ('month', 1), ('trailing', 12)) as w(span, n) where response_contract_seconds_total is not null;
create table marts.pause_effects (provider varchar, client varchar, month date, span varchar);
create table marts.measures (provider varchar, source varchar, measure varchar, is_measurable boolean);
create table marts.chaser_months (provider varchar, client varchar, month date, span varchar);
create table marts.priority_agreement (provider varchar, client varchar, month date, span varchar);
create table marts.priority_disputes (provider varchar, client varchar, month date);
create table marts.critical_work (provider varchar, client varchar, month date);
create table marts.comparisons (provider varchar, client varchar, month date, span varchar);
create table marts.trends (provider varchar, client varchar, month date);
create table marts.devices (provider varchar, client varchar, asset varchar, event_count bigint);
create table marts.device_months (provider varchar, client varchar, month date, asset varchar, event_count bigint);
create table marts.failure_months (provider varchar, client varchar, month date, failure_group_id varchar, episode_count bigint);
create table marts.failure_counts (provider varchar, client varchar, month date, episode_count bigint);
create table marts.permanent_fixes (provider varchar, client varchar, month date, outcome varchar);
create table marts.told_fixes (provider varchar, client varchar, month date, ticket_id varchar, is_told boolean);
create table marts.reopens (provider varchar, client varchar, month date, span varchar);
create table marts.outages (provider varchar, client varchar, month date, started_at timestamp);
create table marts.fleet_patterns (provider varchar, client varchar, fleet_pattern_id varchar, last_at timestamp, asset_count bigint);
create table marts.lost_work (provider varchar, client varchar, month date, span varchar);
create table marts.first_fixes (provider varchar, client varchar, month date);
create table marts.work_mix (provider varchar, client varchar, month date, span varchar);
create table marts.red_flags (provider varchar, client varchar, month date, question varchar);
create table marts.intensity (provider varchar, client varchar, month date, intensity_class varchar);
create table marts.priority_matrix (provider varchar, client varchar, month date, span varchar);
create table marts.pauses (provider varchar, client varchar, month date, span varchar);
create table marts.chasers (provider varchar, client varchar, month date, span varchar);
create table marts.chasers_by_agent (provider varchar, client varchar, month date, span varchar);
create table marts.vendor_differences (provider varchar, client varchar, month date, span varchar);
create table marts.ticket_differences (provider varchar, client varchar, month date, span varchar);
create table marts.times_by (provider varchar, client varchar, month date);
create table marts.attainment_by (provider varchar, client varchar, month date, span varchar);
create table marts.response_day_ladder (provider varchar, client varchar, month date, span varchar);
create table marts.ticket_clocks (provider varchar, client varchar, month date, span varchar);
create table marts.reply_times (provider varchar, client varchar, month date, span varchar);
create table marts.phone (provider varchar, client varchar, month date, span varchar);
create table marts.satisfaction (provider varchar, client varchar, month date, span varchar);
create table marts.backlog (provider varchar, client varchar, month date, span varchar);
create table marts.growth (provider varchar, client varchar, month date, span varchar);
create table marts.people (provider varchar, client varchar, role varchar, name varchar, first_at timestamp);
create table marts.settings (setting varchar, value double, unit varchar);
create table marts.actions (provider varchar, client varchar, month date, agreed_on date, side varchar, owner varchar, action varchar, due_on date, done_on date, state varchar);
create table marts.comments (provider varchar, client varchar, month date, about varchar, source varchar, ticket_id varchar, number varchar, subject varchar, failure_group_id varchar, said_by varchar, comment varchar, cause varchar, is_breach boolean);
create table marts.agreed_exclusions (provider varchar, client varchar, month date, source varchar, ticket_id varchar, number varchar, subject varchar, excluded_for varchar, agreed_by_client boolean, agreed_by_provider boolean, state varchar, response_outcome varchar, resolve_outcome varchar);
create table marts.attainment_excluded (provider varchar, client varchar, month date, span varchar, promise_kind varchar, met_count bigint, breached_count bigint, excluded_count bigint, attained_ratio double, wilson_low double, wilson_high double);
create table marts.hours_used (provider varchar, client varchar, month date, span varchar, month_count bigint, entry_count bigint, used_seconds bigint, ticket_seconds bigint, ticket_ratio double, billable_seconds bigint, billing_untold_seconds bigint, counted_seconds bigint, untold_seconds bigint, included_seconds bigint, against_seconds bigint);
create table marts.hours_included (provider varchar, client varchar, month date, per varchar, period_first date, period_last date, included_seconds bigint, used_seconds bigint, left_seconds bigint, beyond_seconds bigint);
create table marts.time_entries (provider varchar, client varchar, month date, source varchar, entry_key varchar, ticket_source varchar, ticket_id varchar, number varchar, subject varchar, worked_at timestamp, worked_seconds bigint, agent varchar, is_billable boolean, is_covered boolean, is_counted boolean);

-- Providers of a benchmark: one with forty clients of which some stand outside, one with six alike and two of another meaning, one with too few for a funnel.
create table marts.benchmark_clients as
with given as (
    select p.provider, i, p.long, case when p.provider = 'Μικρή' and i > 6 then 'touched' else 'public_reply' end as response_semantics,
        if(p.long, 6 + (i * i) // 4, 20 + 3 * i)::bigint as n, case when p.long and i in (12, 38) then 0.55 when p.long and i = 30 then 0.995 else 0.88 + 0.01 * sin(i) end as rate
    from (values ('Μεγάλη', 40, true), ('Μικρή', 8, false), ('Μόνη', 2, false)) as p(provider, clients, long), lateral (select unnest(generate_series(1, p.clients)) as i)
),
counted as (
    select g.provider, if(g.long and i % 7 = 3, 'Ανώνυμη Ναυτιλιακή Εταιρεία Βορείου Αιγαίου ' || i, 'Πελάτης ' || i) as client, response_semantics, m.measure, n,
        round(n * if(m.measure in ('chased', 'repeat'), 1 - rate, rate))::bigint as hit_count
    from given as g, (values ('response_attainment'), ('resolve_attainment'), ('chased'), ('repeat')) as m(measure)
),
averages as (
    select *, sum(hit_count) over w / sum(n) over w as average, count(*) over w as clients from counted window w as (partition by provider, response_semantics, measure)
),
limits as (
    select *, clients >= 6 as has_funnel, sqrt(average * (1 - average) / n) as spread, hit_count / n::double as ratio from averages
)
select provider, date '2026-10-01' as month, client, measure, response_semantics, true as is_comparable, if(has_funnel, clients, null)::integer as client_count, hit_count, n, ratio,
    if(has_funnel, average, null) as average_ratio, if(has_funnel, greatest(0, average - 1.96 * spread), null) as lower_95, if(has_funnel, least(1, average + 1.96 * spread), null) as upper_95,
    if(has_funnel, greatest(0, average - 3.09 * spread), null) as lower_998, if(has_funnel, least(1, average + 3.09 * spread), null) as upper_998,
    if(has_funnel and provider = 'Μεγάλη', (hit_count + 20 * average) / (n + 20), null) as shrunk_ratio,
    if(has_funnel and provider = 'Μεγάλη', greatest(0, (hit_count + 20 * average) / (n + 20) - 1.64 * sqrt(average * (1 - average) / (n + 20))), null) as shrunk_low,
    if(has_funnel and provider = 'Μεγάλη', least(1, (hit_count + 20 * average) / (n + 20) + 1.64 * sqrt(average * (1 - average) / (n + 20))), null) as shrunk_high,
    null::bigint as median_seconds, null::bigint as median_low, null::bigint as median_high, null::bigint as average_seconds,
    case when not has_funnel then 'none' when n < 10 then 'too_few' when ratio < average - 1.96 * spread then 'below' when ratio > average + 1.96 * spread then 'above' else 'within' end as position,
    has_funnel and n >= 10 and abs(ratio - average) > 3.09 * spread as is_far, 10::bigint as minimum_n
from limits;

create table marts.provider_trends as
select provider, 'public_reply' as response_semantics, month, 'response_attainment' as series, 0.88 + 0.04 * sin(i) - if(i = 9, 0.2, 0) as value, 60::bigint + 5 * i as n,
    if(i < 4, null, 0.88::double) as centre, if(i < 4, null, 0.79::double) as lower_limit, if(i < 4, null, 0.97::double) as upper_limit, null::double as spread,
    if(i = 9, 'outside', null) as signal, null::varchar as direction, null::varchar as basis
from (select provider, i, date '2025-11-01' + to_months(i::integer) as month from (values ('Μεγάλη'), ('Μικρή')) as p(provider), lateral (select unnest(generate_series(0, 11)) as i)) as months;

create table marts.benchmark_cells (provider varchar, month date, response_semantics varchar, measure varchar, size_band varchar, intensity_class varchar, client_count integer, n bigint, numerator bigint, p25 double, p50 double, p75 double, is_published boolean);
create table marts.benchmarks (measure varchar, place integer, value double, unit varchar, population varchar, year integer, sample_count bigint, grade varchar, source varchar, note varchar);
