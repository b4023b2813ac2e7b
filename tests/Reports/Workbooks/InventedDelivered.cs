namespace Insights.Reports.Tests.Workbooks;

/// <summary>What stands between promise and delivery, counted from the invented tickets or made up; nothing of the client whose export has
/// neither answers nor messages.</summary>
internal static class InventedDelivered
{
    public const string Sql = """
        create table measured_window as select * from window_ticket where client <> 'Hotel Aegli';

        create table marts.response_rungs as
        select span, provider, client, month, n as promised_count, false as is_upper_bound,
          n as automatic_met_count, 0 as automatic_breached_count, 1.0::double as automatic_attained_ratio, wilson(n, n::double, -1) as automatic_wilson_low, 1.0::double as automatic_wilson_high,
          n - n // 10 as touched_met_count, n // 10 as touched_breached_count, (n - n // 10) / n::double as touched_attained_ratio, 0.8 as touched_wilson_low, 0.95 as touched_wilson_high,
          n - n // 3 as human_met_count, n // 3 as human_breached_count, (n - n // 3) / n::double as human_attained_ratio, 0.6 as human_wilson_low, 0.8 as human_wilson_high,
          0 as substantive_met_count, 0 as substantive_breached_count, null::double as substantive_attained_ratio, null::double as substantive_wilson_low, null::double as substantive_wilson_high
        from (select span, provider, client, month, count(*) as n from measured_window where response_outcome <> 'not_promised' group by all);

        create table marts.clock_gaps as
        select *, client_seconds - contract_seconds - holiday_seconds - agreed_pause_seconds - unsupported_pause_seconds as out_of_hours_seconds,
          ticket_count as open_ticket_count, client_seconds // 2 as client_open_seconds
        from (
          select provider, client, month, span, m.measure, count(*) as ticket_count, sum(m.waited)::bigint as client_seconds,
            sum(m.counted)::bigint as contract_seconds, sum(m.waited // 10)::bigint as holiday_seconds, sum(case when client like 'Λογ%' then m.waited // 20 else 0 end)::bigint as agreed_pause_seconds,
            sum(case when client like 'Λογ%' then m.waited // 30 else 0 end)::bigint as unsupported_pause_seconds
          from measured_window
          cross join lateral (values ('response', response_client_seconds, response_contract_seconds),
            ('resolve', resolve_client_seconds, resolve_contract_seconds)) as m(measure, waited, counted)
          where m.waited is not null group by all);

        create table marts.pause_effects as
        select provider, client, month, span, promise_kind, promised_count, promised_count // 4 as paused_count, promised_count // 8 as unsupported_count,
          met_count, breached_count, attained_ratio, met_count - 1 as supported_met_count, breached_count + 1 as supported_breached_count,
          (met_count - 1) / nullif(met_count + breached_count, 0)::double as supported_ratio,
          met_count - 2 as unpaused_met_count, breached_count + 2 as unpaused_breached_count,
          (met_count - 2) / nullif(met_count + breached_count, 0)::double as unpaused_ratio
        from both_attainment where is_all and client like 'Λογ%';

        create table marts.chaser_months as
        select *, one_count + two_count + three_count as chased_count, two_count + three_count as twice_count, one_count + 2 * two_count + 3 * three_count as chaser_count, chased_count as before_answer_chaser_count,
          headline_count as after_due_chaser_count, one_count as added_information_chaser_count, 2 * two_count as asked_again_chaser_count,
          5400 as median_waited_client_seconds,
          chased_count / ticket_count::double as chased_ratio, wilson(chased_count, ticket_count::double, -1) as chased_low, wilson(chased_count, ticket_count::double, 1) as chased_high,
          one_count / ticket_count::double as one_ratio, wilson(one_count, ticket_count::double, -1) as one_low, wilson(one_count, ticket_count::double, 1) as one_high,
          two_count / ticket_count::double as two_ratio, wilson(two_count, ticket_count::double, -1) as two_low, wilson(two_count, ticket_count::double, 1) as two_high,
          three_count / ticket_count::double as three_ratio, wilson(three_count, ticket_count::double, -1) as three_low, wilson(three_count, ticket_count::double, 1) as three_high,
          twice_count / ticket_count::double as twice_ratio, wilson(twice_count, ticket_count::double, -1) as twice_low, wilson(twice_count, ticket_count::double, 1) as twice_high,
          headline_count / ticket_count::double as headline_ratio, wilson(headline_count, ticket_count::double, -1) as headline_low, wilson(headline_count, ticket_count::double, 1) as headline_high
        from (select provider, client, month, span, count(*) as ticket_count, count(*) filter (right(number, 1) = '1') as one_count,
            count(*) filter (right(number, 1) = '2') as two_count, count(*) filter (right(number, 2) = '13') as three_count,
            count(*) filter (right(number, 1) = '2') as headline_count
          from measured_window group by all);

        create table marts.priority_agreement as
        select *, lowered_count / ticket_count::double as lowered_ratio, wilson(lowered_count, ticket_count::double, -1) as lowered_low, wilson(lowered_count, ticket_count::double, 1) as lowered_high,
          raised_count / ticket_count::double as raised_ratio, wilson(raised_count, ticket_count::double, -1) as raised_low, wilson(raised_count, ticket_count::double, 1) as raised_high,
          case when ticket_count >= 30 then 0.84 end as kappa_linear, case when ticket_count >= 30 then 0.08 end as kappa_linear_error,
          case when ticket_count >= 30 then 0.85 end as kappa_quadratic, case when ticket_count >= 30 then 0.07 end as kappa_quadratic_error, 0.0004 as sign_p
        from (select provider, client, month, span, v.view, count(*) as ticket_count, count(*) filter (right(number, 1) = '3') as lowered_count,
            count(*) filter (right(number, 2) = '14') as raised_count
          from measured_window cross join (values ('assigned'), ('final')) as v(view) where client like 'Λογ%' group by all);

        create table marts.priority_matrix as
        select provider, client, month, span, v.view, greatest(coalesce(priority_final, 3) - case when right(number, 1) = '3' then 1 else 0 end, 1)::smallint as priority_asked,
          coalesce(priority_final, 3)::smallint as priority, count(*) as ticket_count
        from measured_window cross join (values ('assigned'), ('final')) as v(view) where client like 'Λογ%' group by all;

        create table marts.priority_disputes as
        select provider, client, month, source, ticket_id, number, subject, created_at, 1::smallint as priority_asked, case when right(number, 2) = '23' then 'inferred' else 'client' end as asked_by,
          2::smallint as priority_assigned, 3::smallint as priority_final, 'lowered' as direction, created_at + interval 1 hour as lowered_at, '=Τάσος' as lowered_by, null::timestamp as raised_at, null::varchar as raised_by,
          right(number, 2) = '13' as is_met_only_lowered, false as is_resolve_met_only_lowered, right(number, 2) = '33' as is_before_breach, false as is_before_resolve_breach
        from marts.tickets where is_counted and right(number, 1) = '3' and client like 'Λογ%';

        create table marts.critical_work as
        select provider, client, month, source, ticket_id, number, subject, created_at, priority_final, right(number, 1) = '7' as is_handled_as_normal, 'έκδοση τιμολογίων' as activity,
          1::smallint as priority_critical, '30m' as expectation, 1800 as expected_seconds, response_client_seconds as waited_client_seconds, responded_at is not null as is_answered,
          response_client_seconds <= 1800 as is_within_expectation
        from marts.tickets where is_counted and right(number, 1) in ('7', '8') and client like 'Λογ%';

        create table marts.pauses as
        select provider, client, month, source, ticket_id, agent, 'pending' as state, created_at + interval 1 hour as from_at,
          case when right(number, 2) <> '14' then created_at + interval 3 hour end as until_at, created_at as client_at, null::timestamp as asked_at, false as is_supported, true as is_agreed,
          7200 as wall_seconds, 3600 as open_seconds
        from marts.tickets where is_counted and right(number, 1) = '4' and client like 'Λογ%';

        create table marts.chasers as
        select t.provider, t.client, t.month, t.source, t.ticket_id, t.number, c.n as chaser_number, t.created_at + to_hours(c.n::integer) as sent_at, t.requester, t.agent,
          3600 * c.n as waited_client_seconds, c.n = 1 as is_before_answer, c.n > 1 as is_after_due, case c.n when 1 then 'asked_again' when 2 then 'added_information' end as purpose
        from marts.tickets as t cross join range(1, 4) as c(n) where t.is_counted and c.n <= t.chaser_count;

        create table marts.chasers_by_agent as
        select provider, client, month, span, a.agent, ticket_count // a.part as ticket_count, chaser_count // a.part as chaser_count, chased_count // a.part as chased_count,
          headline_count // a.part as headline_count, (chased_count // a.part) / (ticket_count // a.part)::double as chased_ratio, 0.1 as chased_low, 0.4 as chased_high
        from marts.chaser_months cross join (values ('Τάσος', 2), (null, 40)) as a(agent, part) where ticket_count // a.part > 0;

        create table marts.ticket_differences as
        select provider, client, month, source, ticket_id, p.kind as promise_kind, p.vendor as vendor_outcome, p.ours as our_outcome,
          case when p.kind = 'response' then 'other_clock' else 'other_due' end as reason, p.due_at - interval 90 minute as vendor_due_at, p.due_at, responded_at as done_at, 5400 as due_difference_seconds
        from marts.tickets cross join lateral (values ('response', vendor_response_outcome, response_outcome, response_due_at), ('resolve', vendor_outcome, resolve_outcome, resolve_due_at)) as p(kind, vendor, ours, due_at)
        where is_counted and p.vendor <> p.ours;

        create table marts.vendor_differences as
        select t.provider, t.client, t.month, t.source, p.kind as promise_kind, p.vendor as vendor_outcome, p.ours as our_outcome, d.reason, count(*) as ticket_count
        from marts.tickets as t cross join lateral (values ('response', vendor_response_outcome, response_outcome), ('resolve', vendor_outcome, resolve_outcome)) as p(kind, vendor, ours)
        left join marts.ticket_differences as d on d.source = t.source and d.client = t.client and d.ticket_id = t.ticket_id and d.promise_kind = p.kind
        where t.is_counted and p.vendor is not null group by all;

        create table marts.attainment_by as
        select provider, client, month, span, promise_kind, c.clock, d.dimension, d.value, promised_count // d.part as promised_count, met_count // d.part as met_count, breached_count // d.part as breached_count,
          (met_count // d.part) / nullif(met_count // d.part + breached_count // d.part, 0)::double as attained_ratio, 0.7 as wilson_low, 0.9 as wilson_high
        from both_attainment cross join (values ('contract'), ('client')) as c(clock)
        cross join (select 'agent', 'Τάσος', 1 union all select 'agent', null, 50 union all select 'kind', 'incident', 2 union all select 'kind', 'request', 90 union all select 'hour', '9', 3
          union all select 'hour', '13', 4 union all select 'category', '=SUM(A1) κατηγορία ' || n, n + 1 from range(18) as r(n) union all select 'team', null, 1) as d(dimension, value, part)
        where is_all and client like 'Λογ%';

        create table marts.response_day_ladder as
        select span, provider, client, month, c.clock, d.n as business_days, count(*) as ticket_count, count(*) filter (response_client_seconds <= 30000 * (d.n + 1)) as answered_count,
          answered_count / ticket_count::double as answered_ratio
        from measured_window cross join (values ('client'), ('contract')) as c(clock) cross join (values (0), (1), (2)) as d(n) where client like 'Λογ%' group by all;

        create table marts.ticket_clocks as
        select provider, client, month, source, ticket_id, 'response' as measure, response_client_seconds as client_seconds, response_client_seconds // 2 as client_open_seconds
        from marts.tickets where is_counted and response_client_seconds is not null and client <> 'Hotel Aegli';

        create table marts.reply_times as
        select provider, client, month, span, 3 * ticket_count as turn_count, 2 * ticket_count as answered_count, ticket_count as unanswered_count, 5400 as median_seconds, null::bigint as p90_seconds,
          3600 as median_low, null::bigint as median_high
        from marts.chaser_months;

        create table marts.phone as
        select provider, client, month, 40 + month(month) as incoming_count, 30 as answered_count, 8 + month(month) as abandoned_count, 2 as unknown_count, 30 / (38 + month(month))::double as answered_ratio,
          0.6 as wilson_low, 0.9 as wilson_high, 5 as called_back_count, month(month) as waiting_count, 5 / 8::double as called_back_ratio, 0.3 as called_back_low, 0.9 as called_back_high, 1200 as median_call_back_seconds
        from marts.client_months where client like 'Λογ%';

        create table marts.satisfaction as
        select provider, client, month, w.span, 20 * w.n as offered_count, 12 * w.n as answered_count, 0.6 as response_ratio, 0.5 as response_low, 0.7 as response_high, 9 * w.n as good_count, 2 * w.n as neutral_count,
          w.n as bad_count, 0.75 as good_ratio, 0.6 as wilson_low, 0.85 as wilson_high, 8 / 12::double as net_ratio
        from marts.client_months cross join (values ('month', 1), ('trailing', 12)) as w(span, n) where client like 'Λογ%';

        create table marts.backlog as
        select provider, client, month, a.age, a.n as open_count, a.seconds as median_open_seconds, 2 * a.seconds as oldest_open_seconds
        from marts.client_months cross join (values ('day', 5, 40000), ('older', 13, 9000000)) as a(age, n, seconds) where client like 'Λογ%';

        create table marts.growth as
        select provider, client, month, ticket_count, 4 as requester_count, users, endpoints, ticket_count / users::double as tickets_per_user, backlog_count, 190 as recent_count,
          case when client like 'Λογ%' then 140 end as before_count, 1.36 as rate_ratio, 1.09 as rate_low, 1.69 as rate_high, case when client like 'Λογ%' then 'more' else 'too_few' end as growth
        from marts.client_months where client <> 'Hotel Aegli';

        create table marts.comparisons as
        select provider, client, month, 'half' as span, 'response_time' as measure, null::double as ratio, null::double as before_ratio,
          null::double as difference_ratio_low, null::double as difference_ratio_high, 2880 as median_seconds, 5400 as before_median_seconds,
          -3600 as difference_seconds_low, -600 as difference_seconds_high, null::bigint as within_seconds, 'better' as reading, 61 as n, 58 as before_n
        from marts.client_months where client like 'Λογ%'
        union all
        select provider, client, month, 'half', 'response_attainment', 0.9, 0.85, -0.03, 0.13, null, null, null, null, null, 'not_distinguishable', 61, 58
        from marts.client_months where client <> 'Hotel Aegli';

        create table marts.trends as
        select provider, client, month, s.series, case when client like 'Λογ%' then s.signal end as signal, case when client like 'Λογ%' then s.direction end as direction,
          s.value, s.n, s.centre, s.lower_limit, s.upper_limit
        from marts.client_months cross join (values ('backlog', 'shift', 'worse', 18.0, null, 8.0, null, null), ('tickets', 'outside', null, 31.0, null, 20.5, 11.0, 30.0),
          ('response_median', 'outside', 'better', 600.0, 3, 5400.0, 3600.0, 7200.0)) as s(series, signal, direction, value, n, centre, lower_limit, upper_limit)
        where client <> 'Hotel Aegli';

        create table marts.measures as
        select distinct provider, source, 'pauses' as measure, false as is_measurable, 'state_history' as missing, 10 as place from marts.tickets;
        """;
}
