using DuckDB.NET.Data;
using Insights.Analytics;

namespace Insights.Reports.Tests.Workbooks;

/// <summary>A warehouse whose marts hold the invented tickets and what plain SQL counts from them.</summary>
public sealed class InventedMarts : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("insights-review-").FullName;
    private readonly Warehouse _warehouse;

    public InventedMarts()
        : this("")
    {
    }

    /// <summary>The same with a change to the marts.</summary>
    /// <param name="change">SQL, run last; empty for none.</param>
    internal InventedMarts(string change)
    {
        var file = Path.Combine(_folder, "invented.duckdb");
        Warehouse.OpenForWriting(file).Dispose();
        using (var connection = new DuckDBConnection($"Data Source={file}"))
        {
            connection.Open();
            Run(connection, Schema);
            Run(connection, "begin");
            foreach (var ticket in InventedTickets.All())
                Insert(connection, ticket);
            Run(connection, "commit");
            Run(connection, Aggregates);
            Run(connection, InventedDelivered.Sql);
            if (change.Length > 0)
                Run(connection, change);
        }

        _warehouse = Warehouse.OpenForReading(file);
        Marts = new Marts(_warehouse);
    }

    public Marts Marts { get; }

    /// <summary>A folder that goes with the warehouse.</summary>
    public string Folder => _folder;

    public void Dispose()
    {
        _warehouse.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Run(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Insert(DuckDBConnection connection, InventedTicket t)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "insert into given values ($client, $month, $number, $subject, $requester, $kind, $priority, $created, $responded, $resolved, $failure, $asset)";
        object?[] values = [t.Client, t.Month, t.Number, t.Subject.Replace("\uD800", "\uFFFD", StringComparison.Ordinal), t.Requester,
            t.Kind, t.Priority, t.CreatedAt, t.RespondedAt, t.ResolvedAt, t.Failure, t.Asset];
        string[] names = ["client", "month", "number", "subject", "requester", "kind", "priority", "created", "responded", "resolved",
            "failure", "asset"];
        for (var i = 0; i < names.Length; i++)
            command.Parameters.Add(new DuckDBParameter(names[i], values[i] ?? DBNull.Value));
        command.ExecuteNonQuery();
    }

    private const string Schema = """
        create schema marts;
        create table given (client varchar, month date, number varchar, subject varchar, requester varchar, kind varchar, priority smallint,
          created_at timestamp, responded_at timestamp, resolved_at timestamp, failure varchar, asset varchar);
        create macro wilson(k, n, sign) as (k / n + 1.9208 / n + sign * 1.96 * sqrt(k / n * (1 - k / n) / n + 0.9604 / (n * n))) / (1 + 3.8416 / n);
        create table promise as select * from (values
          (1, 'response', '30m', 1800), (2, 'response', '2h', 7200), (3, 'response', 'επόμενη εργάσιμη έως 14:00', 28800),
          (1, 'resolve', '8h', 28800), (2, 'resolve', '2 εργάσιμες', 100000), (3, 'resolve', '5 εργάσιμες', 150000)) as p(priority, kind,
              promise, seconds);
        """;

    private const string Aggregates = """
        create table marts.tickets as
        with measured as (
          select g.*, case when client = 'Hotel Aegli' then null else responded_at end as answered_at,
              client = 'Λογιστικό Γραφείο Παπαδάκη & Συνεργάτες' as is_promised
          from given as g
        ), timed as (
          select *, epoch(answered_at - created_at)::bigint as rc, epoch(resolved_at - created_at)::bigint as ec from measured
        )
        select 'desk' as source, 'provider' as side, 'TechPoint' as provider, t.client, t.month, t.number as ticket_id, t.number, t.subject,
          case when failure is not null then 'Δίκτυο' end as category, t.asset, t.requester, 'Τάσος' as agent, null::varchar as team,
              null::varchar as channel,
          case when t.client = 'Hotel Aegli' then null else t.kind end as kind,
              case when t.resolved_at is null then 'open' else 'closed' end as state,
          null::smallint as priority_asked, null::smallint as priority_assigned, t.priority as priority_final,
          t.created_at, t.answered_at as responded_at,
              case when t.client = 'Hotel Aegli' then 'none' else 'public_reply' end as response_semantics,
          t.resolved_at, t.resolved_at as closed_at, case when t.client = 'Hotel Aegli' then 'T1' else 'T2' end as evidence_tier,
          rc as response_client_seconds, (rc * 0.6)::bigint as response_contract_seconds, ec as resolve_client_seconds,
              (ec * 0.4)::bigint as resolve_contract_seconds,
          r.promise as response_promise, r.seconds as response_promise_seconds, t.created_at + to_seconds(r.seconds) as response_due_at,
          case when r.seconds is null then 'not_promised' when t.client = 'Hotel Aegli' then 'unknown' when rc * 0.6 <= r.seconds then 'met' when rc is not null then 'breached'
            when t.created_at + to_seconds(r.seconds) < timestamp '2026-11-02 07:10' then 'breached' else 'running' end as response_outcome,
          e.promise as resolve_promise, e.seconds as resolve_promise_seconds, t.created_at + to_seconds(e.seconds) as resolve_due_at,
          case when e.seconds is null then 'not_promised' when ec * 0.4 <= e.seconds then 'met' when ec is not null then 'breached'
            when t.created_at + to_seconds(e.seconds) < timestamp '2026-11-02 07:10' then 'breached' else 'unknown' end as resolve_outcome,
          null::timestamp as vendor_due_at, null::varchar as vendor_outcome, null::varchar as vendor_response_outcome,
              case when t.client like 'Λογ%' and right(t.number, 1) = '4' then 7200 end::bigint as paused_seconds,
              case when t.client like 'Λογ%' and right(t.number, 1) = '4' then 7200 end::bigint as unsupported_pause_seconds,
          case when t.client <> 'Hotel Aegli' then case right(t.number, 1) when '1' then 1 when '2' then 2 else case when right(t.number, 2) = '13' then 3 else 0 end end end::integer as chaser_count, null::integer as reopen_count,
          case when t.client <> 'Hotel Aegli' then md5(t.client || failure) end as failure_group_id,
          case when failure is not null and t.client <> 'Hotel Aegli' then (1 + row_number() over (partition by t.client,
              failure order by t.created_at)) // 2 end::integer as episode_number,
          null::boolean as is_repeat_30d, right(t.number, 2) <> '50' as is_counted,
              case when right(t.number, 2) = '50' then 'merged' end as exclusion, 'Europe/Athens' as zone
        from timed as t
        left join promise as r on r.priority = t.priority and r.kind = 'response' and t.is_promised
        left join promise as e on e.priority = t.priority and e.kind = 'resolve' and t.is_promised;
        update marts.tickets set vendor_response_outcome = case when right(number, 1) = '5' and response_outcome = 'met' then 'breached' when right(number, 1) = '5' then 'met' else response_outcome end,
          vendor_outcome = case when right(number, 1) = '6' then 'met' else resolve_outcome end
        where client like 'Λογ%' and response_outcome in ('met', 'breached') and resolve_outcome in ('met', 'breached');
        update marts.tickets set failure_group_id = null, episode_number = null where not is_counted;

        create table episode as
        select *, coalesce(started_at - lag(started_at) over (partition by failure_group_id order by episode_number) <= interval 30 day,
            false) as is_repeat
        from (select client, failure_group_id, episode_number, min(created_at) as started_at, arg_min(month, created_at) as month
          from marts.tickets where failure_group_id is not null group by all);
        update marts.tickets as t set is_repeat_30d = e.is_repeat from episode as e where e.failure_group_id = t.failure_group_id and e.episode_number = t.episode_number;

        create table window_ticket as
        select t.* exclude (month), t.month as own_month, m.month, m.span
        from (select month, month as first, 'month' as span from (select distinct month from marts.tickets)
          union all select month, month - interval 11 month, 'trailing' from (select distinct month from marts.tickets)) as m
        join marts.tickets as t on t.month between m.first and m.month and t.is_counted;

        create table both_attainment as
        select *, met_count / nullif(met_count + breached_count, 0)::double as attained_ratio,
          wilson(met_count, nullif(met_count + breached_count, 0)::double, -1) as wilson_low,
              wilson(met_count, nullif(met_count + breached_count, 0)::double, 1) as wilson_high,
          met_count / nullif(promised_count, 0)::double as bound_low,
              (promised_count - breached_count) / nullif(promised_count, 0)::double as bound_high, 0.95 as target_ratio,
          case when met_count + breached_count = 0 then 'not_measurable' when met_count + breached_count < 10 then 'too_few' when target_ratio is null then 'no_target'
            when wilson_low >= target_ratio then 'met' when wilson_high < target_ratio then 'missed' else 'not_distinguishable' end as reading, false as is_upper_bound
        from (
          select span, provider, client, month, promise_kind, priority, is_all,
            count(*) filter (outcome <> 'not_promised') as promised_count, count(*) filter (outcome = 'met') as met_count,
                count(*) filter (outcome = 'breached') as breached_count,
            count(*) filter (outcome = 'running') as running_count, count(*) filter (outcome = 'unknown') as unknown_count,
                count(*) filter (outcome = 'not_promised') as not_promised_count
          from (
            select span, provider, client, month, k.kind as promise_kind, a.is_all,
                case when a.is_all then null else priority_final end as priority,
              case k.kind when 'response' then response_outcome else resolve_outcome end as outcome
            from window_ticket cross join (values ('response'), ('resolve')) as k(kind) cross join (values (true), (false)) as a(is_all)
            where a.is_all or priority_final is not null)
          group by all);
        create table marts.attainment as select * exclude (span, is_all) from both_attainment where span = 'month';
        create table marts.attainment_trailing as select * exclude (span, is_all) from both_attainment where span = 'trailing';

        create table both_ladder as
        select span, provider, client, month, c.clock, s.threshold_seconds, count(*) as ticket_count,
          count(*) filter (case c.clock when 'client' then response_client_seconds when 'client_open' then response_client_seconds // 2 else response_contract_seconds end <= s.threshold_seconds) as answered_count,
          answered_count / ticket_count::double as answered_ratio
        from window_ticket cross join (values ('client'), ('client_open'), ('contract')) as c(clock)
        cross join (values (600), (1800), (3600), (7200), (14400), (28800)) as s(threshold_seconds)
        where response_semantics <> 'none' and (clock <> 'client_open' or client like 'Λογ%') group by all;
        create table marts.response_ladder as select * exclude (span) from both_ladder where span = 'month';
        create table marts.response_ladder_trailing as select * exclude (span) from both_ladder where span = 'trailing';

        create table both_times as
        select span, provider, client, month, measure, clock, is_all, case when is_all then null else priority_final end as priority,
          count(*) as ticket_count, count(seconds) as answered_count, count(resolved_at) filter (seconds is null) as closed_unanswered_count, quantile_disc(seconds, 0.5) as median_seconds,
              quantile_disc(seconds, 0.9) as p90_seconds,
          quantile_disc(seconds, 0.4) as median_low, quantile_disc(seconds, 0.6) as median_high,
          quantile_disc(seconds, 0.8) as p90_low, quantile_disc(seconds, 0.95) as p90_high
        from (select *, case m.measure || c.clock when 'responseclient' then response_client_seconds when 'responsecontract' then response_contract_seconds when 'responseclient_open' then response_client_seconds // 2 when 'resolveclient_open' then resolve_client_seconds // 3
            when 'resolveclient' then resolve_client_seconds else resolve_contract_seconds end as seconds
          from window_ticket cross join (values ('response'), ('resolve')) as m(measure) cross join (values ('client'),
              ('client_open'), ('contract')) as c(clock)
          cross join (values (true), (false)) as a(is_all)) where (is_all or priority_final is not null) and (clock <> 'client_open' or client like 'Λογ%')
        group by all;
        create table marts.response_times as select * exclude (span, measure, is_all,
            priority) from both_times where span = 'month' and measure = 'response' and is_all;
        create table marts.resolve_times as select * exclude (span, measure, is_all,
            priority) from both_times where span = 'month' and measure = 'resolve' and is_all;
        create table marts.response_times_trailing as select * exclude (span, measure,
            is_all) from both_times where span = 'trailing' and measure = 'response';
        create table marts.resolve_times_trailing as select * exclude (span, measure,
            is_all) from both_times where span = 'trailing' and measure = 'resolve';

        create table marts.times_by as
        select provider, client, month, measure as promise_kind, clock, d.dimension, d.value, d.n as ticket_count, d.n - 2 as answered_count, 0 as closed_unanswered_count,
          d.median as median_seconds, d.median * 9 as p90_seconds, d.median - 600 as median_low, d.median + 600 as median_high, null::bigint as p90_low, null::bigint as p90_high
        from (select distinct provider, client, month, measure, clock from both_times where client <> 'Hotel Aegli')
        cross join (values ('priority', '2', 90, 5400), ('priority', null, 400, 7200), ('priority', '1', 12, 3600), ('kind', 'request', 60, null), ('kind', 'incident', 300, 9000), ('kind', 'change', 9, 1800)) as d(dimension, value, n, median);

        create table marts.expectations as
        select t.provider, t.client, t.month, p.priority::smallint as priority, p.kind as promise_kind,
            case p.priority when 1 then '10m' when 2 then '1 ώρα' end as expected,
          case p.priority when 1 then 600 when 2 then 3600 end as expected_seconds, p.promise as promised, p.seconds as promised_seconds,
          t.ticket_count, t.median_seconds, t.p90_seconds, 0.31 as within_expected_ratio, 0.88 as within_promised_ratio,
          t.ticket_count as expected_decided_count, 0.1 as within_expected_low, 0.6 as within_expected_high, t.p90_seconds * 2 as kept_seconds, t.p90_seconds as kept_contract_seconds, case p.priority when 1 then 'slower_than_both' end as delivered_parting,
          case p.priority when 1 then 'promise_is_slower' when 2 then 'promise_is_in_working_hours' else 'not_expected' end as parting
        from both_times as t join promise as p on p.priority = t.priority and p.kind = t.measure
        where t.span = 'trailing' and t.clock = 'client' and not t.is_all and t.client like 'Λογ%';

        create table marts.client_months as
        with counted as (
          select provider, client, month, count(*) as ticket_count, count(*) filter (kind = 'incident') as incident_count,
              count(*) filter (kind = 'request') as request_count,
            count(*) filter (kind is null) as other_count,
                count(*) filter (resolved_at is null and responded_at is null) as unanswered_count,
            count(*) filter (resolved_at is not null and responded_at is null) as closed_without_answer_count,
                any_value(response_semantics) as response_semantics,
            any_value(evidence_tier) as evidence_tier, sum(response_client_seconds)::bigint as response_client_seconds_total,
            sum(response_contract_seconds)::bigint as response_contract_seconds_total, nullif(count(responded_at), 0) as answered_count
          from marts.tickets where is_counted group by all
        ), repeats as (
          select c.client, c.month, count(*) filter (e.month = c.month) as episode_count,
              count(*) filter (e.month = c.month and is_repeat) as repeat_30d_count,
            count(*) as trailing_episode_count, count(*) filter (is_repeat) as trailing_repeat_30d_count
          from counted as c join episode as e on e.client = c.client and e.month between c.month - interval 11 month and c.month group by all
        )
        select c.*, (select count(*) from marts.tickets as t where t.is_counted and t.client = c.client and date_trunc('month',
            timezone('Europe/Athens', timezone('UTC', t.resolved_at))) = c.month) as resolved_count,
          (select count(*) from marts.tickets as t where t.is_counted and t.client = c.client and t.month <= c.month and coalesce(t.resolved_at, timestamp '2030-01-01') >= c.month + interval 1 month) as backlog_count,
          r.episode_count, r.repeat_30d_count, r.repeat_30d_count // 2 as repeat_7d_count, r.episode_count as repeat_90d_count, r.repeat_30d_count / nullif(r.episode_count, 0)::double as repeat_ratio,
          wilson(r.repeat_30d_count, nullif(r.episode_count, 0)::double, -1) as repeat_low,
              wilson(r.repeat_30d_count, nullif(r.episode_count, 0)::double, 1) as repeat_high,
          timestamp '2026-11-05 09:00' as data_end_at, timestamp '2026-11-02 07:10' as as_of_at,
          (select count(*) from window_ticket as w where w.span = 'trailing' and w.client = c.client and w.month = c.month) as trailing_ticket_count, 12 as trailing_month_count,
          r.trailing_episode_count, r.trailing_repeat_30d_count, r.trailing_repeat_30d_count // 2 as trailing_repeat_7d_count, r.trailing_episode_count as trailing_repeat_90d_count,
              r.trailing_repeat_30d_count / r.trailing_episode_count::double as trailing_repeat_ratio,
          wilson(r.trailing_repeat_30d_count, r.trailing_episode_count::double, -1) as trailing_repeat_low,
              wilson(r.trailing_repeat_30d_count, r.trailing_episode_count::double, 1) as trailing_repeat_high,
          c.client like 'Λογ%' as has_promises, 40 as users, 55 as endpoints, 'Europe/Athens' as zone, 10 as minimum_n, false as is_survivors_only
        from counted as c left join repeats as r on r.client = c.client and r.month = c.month;

        create table marts.failure_groups as
        select t.provider, t.client, t.failure_group_id, arg_max(subject, created_at) as title, any_value(asset) as asset,
            any_value(category) as category,
          any_value(requester) as requester, count(*) as ticket_count, count(distinct episode_number) as episode_count,
              min(created_at) as first_at, max(created_at) as last_at,
          2 as repeats_7d, (select count(*) from episode as e where e.failure_group_id = t.failure_group_id and is_repeat) as repeats_30d,
              20 as repeats_90d,
          episode_count > 30 as is_chronic, case when any_value(asset) is null then 'requester' else 'asset' end as evidence
        from marts.tickets as t where failure_group_id is not null group by t.provider, t.client, t.failure_group_id;

        create table marts.failure_months as
        select g.* exclude (repeats_30d, repeats_90d), c.month, g.repeats_30d, g.repeats_90d, 0 as upstream_count, 2 as month_count, g.episode_count as trailing_count, 3 as tier_a_count, 40 as tier_b_count, 5 as tier_c_count,
          '=Offline · εκτυπωτής' as shared_words, 4 as person_count, g.episode_count as measured_count, 7200 as lost_low_seconds, 36000 as lost_high_seconds, 9.4 as days_since_last_fix_failed,
          g.episode_count - 1 as event_count, 600.0 as watched_days, 20.0 as mtbf_days, 14.0 as mtbf_low, 31.0 as mtbf_high,
          case when g.title like 'VPN%' then 'trend' else 'counts' end as wording, case when g.title like 'VPN%' then 'worse' end as direction, g.title like '%VPN%' and g.episode_count < 5 as is_for_review
        from marts.failure_groups as g join marts.client_months as c using (provider, client);

        create table marts.device_months as
        select g.provider, g.client, m.month, d.asset, timestamp '2025-01-01' as first_at, d.n as event_count, 600.0 as watched_days, 600.0 / d.n as mtbf_days, 400.0 / d.n as mtbf_low,
          900.0 / d.n as mtbf_high, d.wording, d.direction, timestamp '2026-10-20' as last_at, 12.0 as days_since_fix
        from (select distinct provider, client from marts.failure_groups) as g join marts.client_months as m using (provider, client)
        cross join (values ('PC-02', 24, 'trend', 'worse'), ('=PC-03', 9, 'points_to', 'better'), ('PC-04', 8, 'not_distinguishable', null), ('PC-05', 3, 'counts', null), ('PC-06', 1, 'dates', null)) as d(asset, n, wording, direction);

        create table marts.outages as
        select g.provider, g.client, date '2026-10-01' as month, o.scope, o.scope || '1' as outage_id, '=Όλα κάτω' as title, timestamp '2026-10-06 08:10' as started_at,
          timestamp '2026-10-06 11:00' as finished_at, 6 as ticket_count, 5 as person_count, o.client_count, o.client_count * 4 as all_ticket_count, 7200 as lost_low_seconds, 36000 as lost_high_seconds
        from (select distinct provider, client from marts.failure_groups) as g cross join (values ('client', null), ('upstream', 7)) as o(scope, client_count);

        create table marts.fleet_patterns as
        select distinct provider, client, 'P1' as fleet_pattern_id, 'Η οθόνη παγώνει' as title, 'Hardware' as category, 3 as asset_count, 3 as person_count, 4 as ticket_count,
          timestamp '2026-09-06 08:10' as first_at, timestamp '2026-10-06 08:10' as last_at, 'PC-01, PC-02, PC-03' as assets
        from marts.failure_groups;

        create table marts.lost_work as
        select provider, client, month, 'trailing' as span, 40 as episode_count, 38 as measured_count, 55 as person_count, 400000 as open_seconds, 120000 as lost_low_seconds,
          360000 as lost_high_seconds, 12000 as returned_lost_low_seconds, 40000 as returned_lost_high_seconds,
          1 as upstream_episode_count, 3600 as upstream_lost_low_seconds, 14400 as upstream_lost_high_seconds
        from marts.client_months;

        create table marts.reopens as
        select provider, client, month, 'trailing' as span, case when client like 'Λογ%' then 300 end as resolved_count, 24 as reopened_count, 3 as thanks_count, 0.08 as reopened_ratio, 0.05 as reopened_low,
          0.12 as reopened_high, 24 as timed_count, 93600 as median_seconds
        from marts.client_months;

        create table marts.told_fixes as
        select t.provider, t.client, t.month, t.source, t.ticket_id, t.number, t.subject, hash(t.ticket_id) % 9 = 0 as is_told,
          t.created_at as told_at, t.created_at as fixed_at, '=Θέλει επανεκκίνηση' as quote, 'επανεκκίνηση = restart' as words, 'T4' as evidence_tier
        from marts.tickets as t where t.client like 'Λογ%';

        create table marts.failure_counts as
        select provider, client, month, 9 as episode_count, 11 as month_count, 3.2 as expected_count, false as is_dispersed, 9 as alarming_count, true as is_many from marts.client_months;

        create table marts.permanent_fixes as
        select provider, client, month, failure_group_id, o.outcome from marts.failure_months cross join (values ('none'), ('stayed_away'), ('came_back'), ('too_young')) as o(outcome);

        create table marts.work_mix as
        select provider, client, month, span, 60 as ticket_count, 30 as reactive_count, 20 as request_count, 4 as proactive_count, 1 as project_count, 5 as unclassified_count, 2 as problem_count, 7 as noise_count,
          case when client like 'Λογ%' then 0.083 end as managed_ratio, 0.036 as managed_low, 0.18 as managed_high
        from marts.client_months cross join (values ('month'), ('trailing')) as s(span);

        create table marts.red_flags as
        select provider, client, month, f.question, f.answer, f.evidence_count, 412 as ticket_count, f.reading
        from marts.client_months cross join (values ('monitoring_tools', 'yes', 0, 'contradicted'), ('it_manager', 'unknown', 3, 'shown'), ('advice_process', null, 0, 'not_shown')) as f(question, answer, evidence_count, reading);

        create table marts.intensity as
        select provider, client, month, 40 as users, 118 as user_months, 52 as fault_count, 0.44 as faults_per_user_month, 0.33 as faults_low, 0.58 as faults_high, 0.2 as urgent_ratio, 0.12 as urgent_low,
          0.33 as urgent_high, 600 as needed_seconds, 40.0 as open_hours, 'normal' as load_class, 'tickets' as load_basis, 'high' as immediacy_class, 'stated' as immediacy_basis, 'high' as intensity_class, 'slower' as fit, 3 as tercile
        from marts.client_months;

        create table marts.first_fixes as
        select provider, client, month, 40 as episode_count, 6 as returned_count, 0.86 as fixed_ratio, 0.74 as fixed_low, 0.93 as fixed_high from marts.client_months;

        create table marts.actions as select * from (values
          ('TechPoint', 'Λογιστικό Γραφείο Παπαδάκη & Συνεργάτες', date '2026-09-01', date '2026-10-06', 'provider', 'network', 'Νέο VPN router', date '2026-10-20', null::date, 'overdue'),
          ('TechPoint', 'Λογιστικό Γραφείο Παπαδάκη & Συνεργάτες', date '2026-09-01', date '2026-10-06', 'client', 'office', '=1+1', null, date '2026-10-10', 'done'))
          as a(provider, client, month, agreed_on, side, owner, action, due_on, done_on, state);
        create table marts.comments as select * from (values
          ('TechPoint', 'Λογιστικό Γραφείο Παπαδάκη & Συνεργάτες', date '2026-10-01', 'month', null::varchar, null::varchar, null::varchar, null::varchar, null::varchar, 'client', 'Καλύτερος μήνας', null::varchar, null::boolean))
          as c(provider, client, month, about, source, ticket_id, number, subject, failure_group_id, said_by, comment, cause, is_breach);
        create table marts.agreed_exclusions (provider varchar, client varchar, month date, source varchar, ticket_id varchar, number varchar, subject varchar, excluded_for varchar,
          agreed_by_client boolean, agreed_by_provider boolean, state varchar, response_outcome varchar, resolve_outcome varchar);
        create table marts.attainment_excluded (provider varchar, client varchar, month date, span varchar, promise_kind varchar, met_count bigint, breached_count bigint,
          excluded_count bigint, attained_ratio double, wilson_low double, wilson_high double);

        create table marts.hours_used as
        select provider, client, month, s.span, s.months as month_count, s.months * 12 as entry_count, s.months * 45000 as used_seconds, s.months * 36000 as ticket_seconds, 0.8 as ticket_ratio,
          s.months * 3600 as billable_seconds, s.months * 1800 as billing_untold_seconds, s.months * 43200 as counted_seconds, s.months * 5400 as untold_seconds, s.months * 36000 as included_seconds,
          s.months * 43200 as against_seconds
        from marts.client_months cross join (values ('month', 1), ('trailing', 12)) as s(span, months) where client = 'Λογιστικό Γραφείο Παπαδάκη & Συνεργάτες'
        union all
        select provider, client, month, s.span, 0, null, null, null, null, null, null, null, null, 36000, null
        from marts.client_months cross join (values ('month'), ('trailing')) as s(span) where client = 'Αφοί Νικολάου Ο.Ε.';
        create table marts.hours_included as
        select provider, client, month, p.per, p.first as period_first, p.last as period_last, p.included as included_seconds, p.used as used_seconds, p.included - p.used as left_seconds, null::bigint as beyond_seconds
        from marts.client_months cross join (values ('month', date '2026-10-01', date '2026-10-01', 36000, 43200), ('once', date '2026-01-01', null, 72000, 30600)) as p(per, first, last, included, used)
        where client = 'Λογιστικό Γραφείο Παπαδάκη & Συνεργάτες'
        union all
        select provider, client, month, 'month', month, month, 36000, null, null, null from marts.client_months where client = 'Αφοί Νικολάου Ο.Ε.';
        create table marts.time_entries as
        select provider, client, month, source, 'e' || e.n as entry_key, source as ticket_source, ticket_id, number, subject, created_at as worked_at, e.n * 1800 as worked_seconds, agent, null::boolean as is_billable,
          null::boolean as is_covered, true as is_counted
        from marts.tickets cross join (values (1), (2)) as e(n) where client = 'Λογιστικό Γραφείο Παπαδάκη & Συνεργάτες' and month = '2026-10-01' and is_counted
        union all
        select provider, client, month, 'freshdesk', 'none', null, null, null, null, month_at, 3600, null, true, false, true
        from (select distinct provider, client, month, month::timestamp as month_at from marts.client_months where client = 'Λογιστικό Γραφείο Παπαδάκη & Συνεργάτες' and month = '2026-10-01');

        create table marts.link_precision as
        select p.provider, t.tier, 100 as link_count, t.n as labelled_count, t.same as same_count, t.same / nullif(t.n, 0)::double as precision_ratio, t.low as wilson_low, t.high as wilson_high, 0.85 as precision_goal,
          null::double as safe_score, 90 as link_window_days, 0.2 as link_asset_ratio, 0.35 as link_requester_ratio, 0.4 as link_category_ratio, 0.55 as link_text_ratio, 0.25 as link_group_ratio, 12 as link_busy_count, 'abc' as lexicon_hash
        from (select distinct provider from marts.client_months) as p cross join (values ('A', 0, 0, null, null), ('B', 50, 47, 0.838, 0.979), ('C', 0, 0, null, null), ('D', 20, 2, 0.028, 0.301)) as t(tier, n, same, low, high);

        create table marts.repeat_links as
        select * from (
          select provider, client, source, ticket_id, source as earlier_source,
              lag(ticket_id) over (partition by failure_group_id order by created_at) as earlier_ticket_id,
            case when asset is null then 'C' else 'B' end as tier, null::double as score,
                concat_ws(' · ', coalesce(asset, requester), category) as shared_terms
          from marts.tickets where failure_group_id is not null) where earlier_ticket_id is not null;

        create table marts.findings as
        select provider, client, month, f.rank, f.code, f.is_favourable, 351 as ticket_count, 0.9 as ratio, 0.87 as low, 0.93 as high,
            0.95 as target_ratio,
          2880 as seconds, 5400 as other_seconds, 5 as count, 'PC-02 · Δίκτυο' as detail
        from marts.client_months cross join (values (1, 'response_target_missed', false), (2, 'chronic_failure', false),
            (3, 'response_faster', true)) as f(rank, code, is_favourable)
        where has_promises;

        create table marts.providers as
        select provider, source, 'freshdesk' as profile, 'provider' as side, 'Europe/Athens' as time_zone,
            'public_reply' as response_semantics, null::timestamp as exported_at,
          timestamp '2026-11-02 07:10' as data_end_at, min(created_at) as data_start_at, count(*) as ticket_count, 4 as unassigned_count,
              2 as reject_count, 0 as unknown_priority_count, 1 as unknown_state_count
        from marts.tickets group by provider, source;
        """;
}
