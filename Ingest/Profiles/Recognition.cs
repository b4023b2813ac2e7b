using Insights.Analytics;
using Insights.Ingest.Mapping;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Profiles;

/// <summary>Whose export a header is: the profile it was taken for, and why.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Why">In a line a person understands.</param>
public sealed record Recognition(Profile Profile, Message Why)
{
    /// <summary>
    /// What a tool's names must weigh together. A name counts one divided by the number of profiles that know it, so one name no other
    /// tool has weighs 1, and <c>Subject</c> next to nothing. Less is enough where a tool knows more of the names than <c>generic</c> does.
    /// </summary>
    private const double LeastWeight = 1;

    private const int ShownNames = 3;

    /// <summary>
    /// The tool whose names in the header weigh most, of those that can read tickets, a history, messages or time entries from it; else a telephone log;
    /// a profile for any tool only where it is neither. Null when no profile can read it.
    /// </summary>
    public static Recognition? Of(IReadOnlyList<string> header, IReadOnlyList<Profile> profiles)
    {
        var names = header.Select(HeaderNames.Fold).Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal);
        var known = profiles.ToDictionary(profile => profile, profile => Known(profile).Where(names.Contains).ToHashSet(StringComparer.Ordinal));
        var count = names.ToDictionary(name => name, name => known.Values.Count(k => k.Contains(name)), StringComparer.Ordinal);
        var best = Tool(header, known, count) ?? TelephoneLog(header, profiles)
            ?? profiles.FirstOrDefault(profile => IsForAnyTool(profile) && CanRead(profile, header));
        return best is null ? null : new Recognition(best, Explain(best, header, known[best], count));
    }

    private static Profile? Tool(
        IReadOnlyList<string> header, Dictionary<Profile, HashSet<string>> known, Dictionary<string, int> count)
    {
        var common = known.Where(k => IsForAnyTool(k.Key)).Select(k => k.Value.Count).DefaultIfEmpty().Max();
        return (
            from profile in known.Keys
            where !IsForAnyTool(profile) && CanRead(profile, header)
            let weight = known[profile].Sum(name => 1.0 / count[name])
            where known[profile].Count > common || (weight >= LeastWeight && known[profile].Count * 2 >= common)
            orderby weight descending, known[profile].Count descending, profile.Name
            select profile).FirstOrDefault();
    }

    /// <summary>True for profiles of no tool, made for any list.</summary>
    private static bool IsForAnyTool(Profile profile) => profile.Name == "generic";

    private static bool CanRead(Profile profile, IReadOnlyList<string> written)
    {
        var header = JoinedColumns.HeaderFor(profile, written);
        return TicketLayout.Of(profile, header).IsTicketList
            || (profile.Events is { } events && Has(events, header, EventField.TicketId, EventField.OccurredAt)
                && (Has(events, header, EventField.Activity) || Has(events, header, EventField.Field, EventField.Value)))
            || (profile.Messages is { } messages && Has(messages, header, MessageField.TicketId, MessageField.SentAt)
                && (Has(messages, header, MessageField.Body) || Has(messages, header, MessageField.Author)))
            || (profile.TimeEntries is { } entries && IsTimeSheet(new Layout<TimeEntryField>(header, entries.Columns)));
    }

    /// <summary>True where the rows tell when work was done, how long it took, and for which ticket or client.</summary>
    internal static bool IsTimeSheet(Layout<TimeEntryField> layout) =>
        layout.Has(TimeEntryField.WorkedAt) && layout.Has(TimeEntryField.WorkedSeconds)
        && (layout.Has(TimeEntryField.TicketId) || layout.Has(TimeEntryField.ClientText));

    private static bool Has<TField>(Section<TField> section, IReadOnlyList<string> header, params TField[] fields)
        where TField : struct, Enum
    {
        var layout = new Layout<TField>(header, section.Columns);
        return fields.All(layout.Has);
    }

    /// <summary>A telephone log, also one that lacks the times of its dates: the load says what to do about it.</summary>
    private static Profile? TelephoneLog(IReadOnlyList<string> header, IReadOnlyList<Profile> profiles) => (
        from profile in profiles
        where profile.Calls is not null
        let layout = new Layout<CallField>(JoinedColumns.HeaderFor(profile, header), profile.Calls!.Columns)
        where layout.Has(CallField.StartedAt) || JoinedColumns.Half(profile, header) is not null
        where layout.Has(CallField.Caller) || layout.Has(CallField.Callee)
        where layout.Has(CallField.IsAnswered) || layout.Has(CallField.Direction) || (profile.LogKind == "bill" && layout.Has(CallField.DurationSeconds))
        where layout.UsedCells * 2 >= Math.Min(header.Count, profile.Calls!.Columns.Count)
        orderby layout.Fields.Count descending
        select profile).FirstOrDefault();

    private static IEnumerable<string> Known(Profile profile) => profile.Columns.Values.SelectMany(names => names)
        .Concat(profile.Unread)
        .Concat(Names(profile.Merged)).Concat(Names(profile.Deleted))
        .Concat(Names(profile.Events)).Concat(Names(profile.Messages)).Concat(Names(profile.Calls)).Concat(Names(profile.TimeEntries))
        .Select(HeaderNames.Fold);

    private static IEnumerable<string> Names(StateMark? mark) => mark is null ? [] : [.. mark.Columns, .. mark.Filled, .. mark.NotId];

    private static IEnumerable<string> Names<TField>(Section<TField>? section)
        where TField : struct, Enum => section is null ? [] : section.Columns.Values.SelectMany(names => names).Concat(section.Only?.Columns ?? []);

    private static Message Explain(Profile profile, IReadOnlyList<string> header, HashSet<string> known, Dictionary<string, int> count)
    {
        var own = header.Where(name => known.Contains(HeaderNames.Fold(name)) && count[HeaderNames.Fold(name)] == 1).Distinct().Take(ShownNames).ToList();
        var (told, toldInGreek) = own.Count == 0
            ? ("none of them is its alone", "κανένα δεν είναι μόνο δικό του")
            : ($"no other profile has {Quoted(own)}", $"κανένα άλλο προφίλ δεν έχει {Quoted(own)}");
        return new(
            $"Recognised as '{profile.Name}': it knows {known.Count} of {header.Count} column names; {told}.",
            $"Αναγνωρίστηκε ως '{profile.Name}': γνωρίζει {known.Count} από {header.Count} ονόματα στηλών· {toldInGreek}.");
    }

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));
}
