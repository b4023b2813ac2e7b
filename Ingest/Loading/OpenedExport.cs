using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Mail;
using Insights.Ingest.Mapping;
using Insights.Ingest.Profiles;
using Insights.Ingest.Reading;
using NodaTime;

namespace Insights.Ingest.Loading;

/// <summary>A file being loaded: its tables, opened one after another, and what was met in them.</summary>
/// <param name="request">The file, and how to read it.</param>
/// <param name="zone">Of instants without an offset.</param>
/// <param name="now">UTC.</param>
internal sealed class OpenedExport(LoadRequest request, DateTimeZone zone, DateTime now) : IDisposable
{
    private readonly Export? _export = request.Mailbox is null ? Export.Open(request.File) : null;

    /// <summary>Taken when the first table is read: a file that was loaded before is not looked through.</summary>
    private readonly Lazy<FirstLook> _look = new(() => request.Mailbox is null
        ? FirstLook.At(request.Profile, request.File, () => Export.Open(request.File).RecordSets(), zone)
        : FirstLook.None(request.Profile));

    private MailExport? _mail;
    private readonly List<TableReading> _read = [];
    private readonly List<(string Name, IReadOnlyList<string> Header)> _unread = [];

    public DateTime Now => now;

    /// <summary>The rows that could not be read.</summary>
    public IEnumerable<RejectedRow> Rejects => _read.SelectMany(reading => reading.Rejects);

    /// <summary>The tables the profile can read.</summary>
    /// <exception cref="SetupException">There is none, or none of the rows of one can be read.</exception>
    public IEnumerable<LoadPart> Parts(CancellationToken cancellation)
    {
        foreach (var written in Records())
            using (written)
            {
                var before = _read.Count;
                foreach (var reading in Tables.Of(_look.Value, written, zone, now))
                {
                    _read.Add(reading);
                    yield return Part(reading, cancellation);
                }
                if (_read.Count == before)
                    _unread.Add((written.Name, written.Header));
            }
        if (_read.Count == 0)
            throw TimelessCalls.Refusal(request, _unread[0].Header) ?? NoTable(_unread[0].Header);
    }

    /// <summary>Where the columns of tickets stand in a table; null where it is no list of tickets.</summary>
    public TicketLayout? Tickets(RecordSet records)
    {
        var look = _look.Value;
        var layout = TicketLayout.Of(look.Profile, JoinedColumns.HeaderFor(request.Profile, records.Header), look.RepeatsIn(records.Name));
        return layout.IsTicketList ? layout : null;
    }

    private LoadPart Part(TableReading reading, CancellationToken cancellation) => new(
        reading.Table,
        reading.Name,
        reading.Fields,
        chunk =>
        {
            cancellation.ThrowIfCancellationRequested();
            reading.Fill(chunk);
        },
        () => Facts(reading));

    /// <summary>What a person should look at after the load.</summary>
    public IReadOnlyList<Message> Warnings(IReadOnlyList<LoadCounts> loads)
    {
        var warnings = new List<Message>();
        if (loads.All(l => l.RowCount == 0))
            warnings.Add(new Message("The file has a header and 0 rows.", "Το αρχείο έχει επικεφαλίδες και 0 γραμμές."));
        if (loads.Sum(l => l.RejectCount) is > 0 and var rejects)
            warnings.Add(new Message(
                $"{rejects} of {loads.Sum(l => l.RowCount)} rows could not be read; raw.rejects says why.",
                $"{rejects} από {loads.Sum(l => l.RowCount)} γραμμές δεν διαβάστηκαν· ο πίνακας raw.rejects λέει γιατί."));
        warnings.AddRange(_read.SelectMany(reading => reading.Notices).Select(notice => notice.Text));
        if (_look.Value.Notice is { } notice)
            warnings.Add(notice.Text);
        warnings.AddRange((_export?.Notices ?? []).Select(notice => notice.Text));
        warnings.AddRange(_unread.Where(table => KnownProfiles.Recognise(table.Header) is null).Select(table => Skipped(table.Name, table.Header)));
        return warnings;
    }

    public void Dispose()
    {
        foreach (var reading in _read)
            reading.Dispose();
        _mail?.Dispose();
    }

    /// <summary>The tables of the file, opened one after another; to be disposed by whoever reads them.</summary>
    public IEnumerable<RecordSet> Records()
    {
        if (request.Mailbox is not { } mailbox)
            return _export!.RecordSets();
        _mail ??= MailExport.Open(mailbox.Paths, mailbox.Options);
        return [_mail.Threads, _mail.Messages];
    }

    private RowFacts Facts(TableReading reading)
    {
        if (request.Pulled is null && reading.RowCount == 0 && reading.Rejects is [var first, ..])
            throw TimelessCalls.Refusal(request, reading.Rejects) ?? NoneRead(first, reading.Rejects.Count);

        var moment = ExportMoment.Of(request.ExportedAt, reading.ExportedAt, reading.Name, reading.NewestAt, zone, now);
        return new RowFacts(
            reading.Rejects, reading.NewestAt, moment?.At, moment?.By,
            [.. reading.Notices.Append(_look.Value.Notice).OfType<Notice>().Select(notice => (notice.Code, notice.Count))]);
    }

    /// <summary>Kept, such a file would bar the way to reading it right: the same bytes are not loaded twice.</summary>
    private SetupException NoneRead(RejectedRow first, int count) => new(
        $"The file '{request.File}': none of its {count} rows could be read as profile '{request.Profile.Name}', so nothing was loaded."
        + $" Line {first.Line}, {first.Column} '{first.Value}': {first.Reason}. If Excel saved the file again, load the original export;"
        + " else try --profile generic, or give a profile file of your own (insights profiles).",
        $"Το αρχείο '{request.File}': καμία από τις {count} γραμμές του δεν διαβάστηκε με το προφίλ '{request.Profile.Name}', γι' αυτό δεν φορτώθηκε"
        + $" τίποτα. Γραμμή {first.Line}, {first.Column} '{first.Value}': {first.Reason}. Αν το αρχείο αποθηκεύτηκε ξανά από το Excel, φορτώστε την"
        + " αρχική εξαγωγή· αλλιώς δοκιμάστε --profile generic, ή δώστε δικό σας αρχείο προφίλ (insights profiles).");

    private SetupException NoTable(IReadOnlyList<string> columns)
    {
        var (profile, header) = (request.Profile, string.Join(", ", columns));
        if (profile.Columns.Count == 0)
            return new SetupException(
                $"The file '{request.File}' has no columns that the profile '{profile.Name}' ({profile.Title}) reads. Its columns: {header}."
                + $" {profile.How.English}",
                $"Το αρχείο '{request.File}' δεν έχει τις στήλες που διαβάζει το προφίλ '{profile.Name}'. Οι στήλες του: {header}. {profile.How.Greek}");
        var layout = TicketLayout.Of(profile, columns);
        var missing = ((TicketColumn[])[TicketColumn.TicketId, TicketColumn.CreatedAt]).FirstOrDefault(column => !layout.Has(column));
        var known = profile.Columns.TryGetValue(missing, out var names) ? string.Join(", ", names) : "";
        return new SetupException(
            $"The file '{request.File}' has no column for {missing.Name()} that the profile '{profile.Name}' knows ({known})."
            + $" Its columns: {header}. Give --profile another name.",
            $"Το αρχείο '{request.File}' δεν έχει στήλη για {missing.Name()} που να ξέρει το προφίλ '{profile.Name}' ({known})."
            + $" Οι στήλες του: {header}. Δώστε άλλο --profile.");
    }

    private static Message Skipped(string name, IReadOnlyList<string> header) => new(
        $"'{name}' has no columns the profile knows; it was left out. Its columns: {string.Join(", ", header.Take(12))}.",
        $"Το '{name}' δεν έχει στήλες που γνωρίζει το προφίλ· δεν φορτώθηκε. Οι στήλες του: {string.Join(", ", header.Take(12))}.");
}
