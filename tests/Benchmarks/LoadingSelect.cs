namespace Insights.Benchmarks;

/// <summary>
/// The path not taken: a profile as one select over <c>read_csv(all_varchar)</c>, written by hand for Freshdesk, with the same
/// typing, words, zone and hash. It has no rejects, no lines and no flags of ambiguous times, which would cost more.
/// </summary>
internal static class LoadingSelect
{
    public static string Sql(string csv) => $"""
        load icu;
        create table tickets as
        select *, hash(c) as row_hash from (
          select
            "Ticket ID" as ticket_id, "Subject" as subject, "Description" as description, "Asset" as asset, "Category" as category, "Company Name" as client_text, "Full name" as requester, "Email" as requester_mail,
            "Agent" as agent, "Group" as team,
            case lower("Source") when 'email' then 'email' when 'phone' then 'phone' when 'portal' then 'portal' else "Source" end as channel,
            case lower("Type") when 'incident' then 'incident' when 'service request' then 'request' end as kind,
            case lower("Status") when 'open' then 'open' when 'pending' then 'pending' when 'waiting on customer' then 'pending'
              when 'resolved' then 'resolved' when 'closed' then 'closed' end as state,
            "Status" as state_text, "Priority" as priority_text,
            case lower("Priority") when 'urgent' then 1 when 'high' then 2 when 'medium' then 3 when 'low' then 4 end::smallint as priority,
            {Instant("Created time")} as created_at, {Instant("Initial response time")} as responded_at, {Instant("Resolved time")} as resolved_at,
            {Instant("Closed time")} as closed_at, {Instant("Last update time")} as updated_at, {Instant("Due by Time")} as vendor_resolve_due_at,
            case "First response status" when 'Within SLA' then 'met' when 'SLA Violated' then 'breached' end as vendor_response_outcome,
            case "Resolution status" when 'Within SLA' then 'met' when 'SLA Violated' then 'breached' end as vendor_resolve_outcome
          from read_csv('{csv}', all_varchar = true)
        ) c
        """;

    private static string Instant(string column) =>
        $"(try_strptime(\"{column}\", '%Y-%m-%d %H:%M:%S') at time zone 'Europe/Athens') at time zone 'UTC'";
}
