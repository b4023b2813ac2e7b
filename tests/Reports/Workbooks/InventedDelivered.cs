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
        select *, one_count + two_count + three_count as chased_count, 4 * chased_count as chaser_count, chased_count as before_answer_chaser_count,
          5400 as median_waited_client_seconds,
          chased_count / ticket_count::double as chased_ratio, wilson(chased_count, ticket_count::double, -1) as chased_low, wilson(chased_count, ticket_count::double, 1) as chased_high,
          one_count / ticket_count::double as one_ratio, wilson(one_count, ticket_count::double, -1) as one_low, wilson(one_count, ticket_count::double, 1) as one_high,
          two_count / ticket_count::double as two_ratio, wilson(two_count, ticket_count::double, -1) as two_low, wilson(two_count, ticket_count::double, 1) as two_high,
          three_count / ticket_count::double as three_ratio, wilson(three_count, ticket_count::double, -1) as three_low, wilson(three_count, ticket_count::double, 1) as three_high,
          headline_count / ticket_count::double as headline_ratio, wilson(headline_count, ticket_count::double, -1) as headline_low, wilson(headline_count, ticket_count::double, 1) as headline_high
        from (select provider, client, month, span, count(*) as ticket_count, count(*) filter (right(number, 1) = '1') as one_count,
            count(*) filter (right(number, 1) = '2') as two_count, count(*) filter (right(number, 2) = '13') as three_count,
            count(*) filter (right(number, 1) = '2') as headline_count
          from measured_window group by all);

        create table marts.priority_agreement as
        select *, lowered_count / ticket_count::double as lowered_ratio, wilson(lowered_count, ticket_count::double, -1) as lowered_low, wilson(lowered_count, ticket_count::double, 1) as lowered_high,
          raised_count / ticket_count::double as raised_ratio, wilson(raised_count, ticket_count::double, -1) as raised_low, wilson(raised_count, ticket_count::double, 1) as raised_high
        from (select provider, client, month, span, v.view, count(*) as ticket_count, count(*) filter (right(number, 1) = '3') as lowered_count,
            count(*) filter (right(number, 2) = '14') as raised_count
          from measured_window cross join (values ('assigned'), ('final')) as v(view) where client like 'Λογ%' group by all);

        create table marts.priority_disputes as
        select provider, client, month, source, ticket_id, number, created_at, priority_final, right(number, 2) = '13' as is_met_only_lowered,
          false as is_resolve_met_only_lowered
        from marts.tickets where is_counted and right(number, 1) = '3' and client like 'Λογ%';

        create table marts.critical_work as
        select provider, client, month, source, ticket_id, number, subject, created_at, priority_final, right(number, 1) = '7' as is_handled_as_normal
        from marts.tickets where is_counted and right(number, 1) in ('7', '8') and client like 'Λογ%';

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
