using System.Text;
using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Mapping;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Profiles.Drafts;

/// <summary>
/// A profile guessed from an export no profile knows: from the names of its columns, else from the shapes of their values. What was
/// guessed, and what a person has to decide, is said.
/// </summary>
public sealed class ProfileDraft
{
    private const int SampledRows = 20_000;

    /// <summary>The forms tried, the usual ones first; those that say the day first before those that say the month first.</summary>
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ssz", "yyyy-MM-ddTHH:mm:ss.fz", "yyyy-MM-dd HH:mm:ssz",
        "yyyy-MM-dd HH:mm:ss z", "yyyy/M/d H:mm:ss", "yyyy/M/d H:mm", "yyyy-MM-dd",
        "d/MMM/yy H:mm", "d/MMM/yy h:mm tt", "d MMM yyyy H:mm:ss", "d MMM yyyy H:mm", "d MMM yyyy, H:mm", "d MMM yyyy h:mm tt", "d-MMM-yyyy H:mm:ss",
        "d-MMM-yyyy H:mm", "d-MMM-yy H:mm", "MMM d, yyyy h:mm:ss tt", "MMM d, yyyy h:mm tt", "MMM d, yyyy H:mm:ss", "MMM d, yyyy H:mm",
        "ddd MMM dd HH:mm:ss yyyy", "d MMM yyyy", "d-MMM-yyyy", "MMM d, yyyy",
        "d/M/yyyy H:mm:ss", "d/M/yyyy H:mm", "d/M/yyyy h:mm:ss tt", "d/M/yyyy h:mm tt", "d/M/yyyy, H:mm:ss", "d/M/yyyy, H:mm",
        "d/M/yyyy, h:mm:ss tt", "d/M/yyyy, h:mm tt", "d/M/yy H:mm", "d/M/yy, H:mm", "d-M-yyyy H:mm:ss", "d-M-yyyy H:mm", "d.M.yyyy H:mm:ss",
        "d.M.yyyy H:mm", "d.M.yy H:mm", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d/M/yy", "d.M.yy",
        "M/d/yyyy H:mm:ss", "M/d/yyyy H:mm", "M/d/yyyy h:mm:ss tt", "M/d/yyyy h:mm tt", "M/d/yyyy, h:mm:ss tt", "M/d/yyyy, h:mm tt",
        "M/d/yyyy, H:mm:ss", "M/d/yy H:mm", "M/d/yy h:mm tt", "M/d/yy, h:mm tt", "M/d/yyyy", "M/d/yy",
    ];

    private static readonly DatePattern[] Patterns = [.. Forms.Select(f => DatePattern.Parse(f)!)];

    /// <summary>Parts of names that tell which moment a time is; the first that is found counts.</summary>
    private static readonly (string Part, TicketColumn Column)[] Moments =
    [
        ("respon", TicketColumn.RespondedAt), ("repl", TicketColumn.RespondedAt), ("απαντ", TicketColumn.RespondedAt), ("αποκρ", TicketColumn.RespondedAt),
        ("due", TicketColumn.VendorResolveDueAt), ("target", TicketColumn.VendorResolveDueAt), ("προθεσ", TicketColumn.VendorResolveDueAt),
        ("resol", TicketColumn.ResolvedAt), ("solv", TicketColumn.ResolvedAt), ("fix", TicketColumn.ResolvedAt), ("λυσ", TicketColumn.ResolvedAt),
        ("clos", TicketColumn.ClosedAt), ("κλεισ", TicketColumn.ClosedAt), ("updat", TicketColumn.UpdatedAt), ("modif", TicketColumn.UpdatedAt),
        ("ενημερ", TicketColumn.UpdatedAt), ("reopen", TicketColumn.Line), ("open", TicketColumn.CreatedAt), ("creat", TicketColumn.CreatedAt),
        ("report", TicketColumn.CreatedAt), ("δημιουρ", TicketColumn.CreatedAt), ("ανοι", TicketColumn.CreatedAt), ("αναγγελ", TicketColumn.CreatedAt),
    ];

    private static readonly TicketColumn[] Worded = [TicketColumn.State, TicketColumn.Priority, TicketColumn.Kind, TicketColumn.Channel];

    private readonly HeaderLexicon _lexicon;
    private readonly IReadOnlyList<ColumnSample> _samples;
    private readonly List<Message> _unsure = [];
    private readonly Dictionary<TicketColumn, List<ColumnSample>> _columns = [];
    private readonly List<string> _forms = [];

    private ProfileDraft(HeaderLexicon lexicon, IReadOnlyList<ColumnSample> samples) => (_lexicon, _samples) = (lexicon, samples);

    /// <summary>What a person has to look at before the profile is used.</summary>
    public IReadOnlyList<Message> Unsure => _unsure;

    /// <summary>The columns found, with the header names that hold them.</summary>
    public IReadOnlyDictionary<TicketColumn, IReadOnlyList<string>> Columns =>
        _columns.OrderBy(c => c.Key).ToDictionary(c => c.Key, c => (IReadOnlyList<string>)[.. c.Value.Select(s => s.Name).OrderByDescending(_lexicon.Votes)]);

    /// <summary>The forms of its dates, in the order they were met.</summary>
    public IReadOnlyList<string> DateForms => _forms.Count > 0 ? _forms : ["yyyy-MM-dd HH:mm:ss"];

    /// <summary>The words of a column whose meaning some profile knows: the word and its meaning.</summary>
    public IReadOnlyDictionary<TicketColumn, IReadOnlyList<(string Word, string Meaning)>> Words { get; private set; } =
        new Dictionary<TicketColumn, IReadOnlyList<(string, string)>>();

    /// <summary>Looks at the header and the first rows.</summary>
    /// <param name="records">Read, not disposed.</param>
    /// <param name="profiles">Whose names and words are known.</param>
    public static ProfileDraft Of(RecordSet records, IReadOnlyList<Profile> profiles)
    {
        var draft = new ProfileDraft(new HeaderLexicon(profiles), ColumnSample.Of(records, SampledRows));
        draft.TakeByName();
        draft.TakeByShape();
        draft.ChooseForms();
        draft.ChooseWords();
        draft.AskForTheRest();
        return draft;
    }

    private void TakeByName()
    {
        foreach (var sample in _samples.Where(s => s.Name.Length > 0))
            if (_lexicon.Column(sample.Name) is { } column && Fits(column, sample))
                Take(column == TicketColumn.Requester && sample.Share(IsMail) > 0.8 ? TicketColumn.RequesterMail : column, sample);
    }

    /// <summary>A name that says time over cells that are none, or the other way round, is not believed.</summary>
    private static bool Fits(TicketColumn column, ColumnSample sample) =>
        column != TicketColumn.Line && (sample.Filled == 0 || column.IsInstant() == IsDate(sample) || column is TicketColumn.PausedSeconds or TicketColumn.ReopenCount);

    private void TakeByShape()
    {
        foreach (var sample in _samples.Where(s => s.Filled > 0 && !IsTaken(s)))
            if (Named(sample) is { } column && !_columns.ContainsKey(column) && Fits(column, sample))
                Guess(column, sample, "its name is like others", "το όνομά της μοιάζει με άλλα");
        TakeIf(TicketColumn.TicketId, s => s.IsUnique && s.MeanLength <= 24 && !IsDate(s), "no value comes twice", "καμία τιμή δεν επαναλαμβάνεται");
        TakeIf(TicketColumn.CreatedAt, s => IsDate(s) && s.Filled == _samples.Max(x => x.Filled), "it is the first date every row has", "είναι η πρώτη ημερομηνία που έχουν όλες οι γραμμές");
        TakeIf(TicketColumn.RequesterMail, s => s.Share(IsMail) > 0.8, "its values are mail addresses", "οι τιμές της είναι διευθύνσεις");
        foreach (var column in Worded)
            TakeIf(column, s => HasWordsOf(column, s), "its values are such words", "οι τιμές της είναι τέτοιες λέξεις");
        TakeIf(TicketColumn.Subject, s => !s.HasFewValues && s.Share(v => v.Contains(' ', StringComparison.Ordinal)) > 0.5 && !IsDate(s) && s.MeanLength is > 10 and < 200, "it is free text", "είναι ελεύθερο κείμενο");
    }

    /// <summary>A time by the moment its name tells, anything else by the nearest known name.</summary>
    private TicketColumn? Named(ColumnSample sample)
    {
        var name = HeaderNames.Fold(sample.Name);
        if (IsDate(sample))
            return Moments.FirstOrDefault(m => name.Contains(m.Part, StringComparison.Ordinal)) is { Part: not null } moment ? moment.Column : null;
        return _lexicon.Nearest(sample.Name) is { } column && Suits(column, sample) ? column : null;
    }

    private bool Suits(TicketColumn column, ColumnSample sample) => column switch
    {
        TicketColumn.TicketId => sample.IsUnique,
        _ when Worded.Contains(column) => HasWordsOf(column, sample),
        _ => true,
    };

    private bool HasWordsOf(TicketColumn column, ColumnSample sample) =>
        sample.HasFewValues && sample.Share(v => _lexicon.Meaning(column, v) is not null) > 0.5;

    private void TakeIf(TicketColumn column, Func<ColumnSample, bool> fits, string why, string whyInGreek)
    {
        if (!_columns.ContainsKey(column) && _samples.FirstOrDefault(s => s.Filled > 0 && !IsTaken(s) && fits(s)) is { } sample)
            Guess(column, sample, why, whyInGreek);
    }

    private void Guess(TicketColumn column, ColumnSample sample, string why, string whyInGreek)
    {
        Take(column, sample);
        _unsure.Add(new(
            $"'{sample.Name}' was taken for {column.Name()}: {why}. Is it?",
            $"Η στήλη '{sample.Name}' θεωρήθηκε {column.Name()}: {whyInGreek}. Είναι;"));
    }

    private void Take(TicketColumn column, ColumnSample sample)
    {
        if (!_columns.TryGetValue(column, out var samples))
            _columns[column] = samples = [];
        samples.Add(sample);
    }

    private bool IsTaken(ColumnSample sample) => _columns.Values.Any(samples => samples.Contains(sample));

    private void ChooseForms()
    {
        var cells = _columns.Where(c => c.Key.IsInstant()).SelectMany(c => c.Value).SelectMany(s => s.Values).Distinct().Select(Encoding.UTF8.GetBytes).ToList();
        var order = Order(cells);
        foreach (var form in Patterns.Where(p => p.IsPlain || p.DayOrder == order))
            if (cells.RemoveAll(cell => form.TryRead(cell, out _, out _)) > 0)
                _forms.Add(form.Text);
        foreach (var cell in cells.Take(3))
            _unsure.Add(new(
                $"The time '{Encoding.UTF8.GetString(cell)}' has no form that is known; add it to date_formats.",
                $"Η ώρα '{Encoding.UTF8.GetString(cell)}' δεν έχει γνωστή μορφή· προσθέστε την στο date_formats."));
    }

    /// <summary>The order most of the cells can be read in; day first where both can.</summary>
    private string Order(List<byte[]> cells)
    {
        var day = Readable("dmy", cells);
        var month = Readable("mdy", cells);
        if (day == month && day > 0)
            _unsure.Add(new(
                "No date tells whether the day or the month stands first; the day was taken to. If it is the month, change day_order and date_formats.",
                "Καμία ημερομηνία δεν δείχνει αν πρώτα είναι η ημέρα ή ο μήνας· θεωρήθηκε η ημέρα. Αν είναι ο μήνας, αλλάξτε τα day_order και date_formats."));
        return month > day ? "mdy" : "dmy";
    }

    private static int Readable(string order, List<byte[]> cells)
    {
        var forms = Patterns.Where(p => !p.IsPlain && p.DayOrder == order).ToList();
        return cells.Count(cell => forms.Any(form => form.TryRead(cell, out _, out _)));
    }

    private void ChooseWords()
    {
        var words = new Dictionary<TicketColumn, IReadOnlyList<(string, string)>>();
        foreach (var column in Worded.Where(_columns.ContainsKey))
        {
            var all = _columns[column].SelectMany(s => s.HasFewValues ? s.Values : []).Distinct().ToList();
            var known = all.Where(w => _lexicon.Meaning(column, w) is not null).Select(w => (w, _lexicon.Meaning(column, w)!)).ToList();
            if (known.Count > 0)
                words[column] = known;
            var unknown = all.Except(known.Select(k => k.w)).ToList();
            if (unknown.Count > 0 && column is TicketColumn.State or TicketColumn.Priority)
                _unsure.Add(new(
                    $"What do these words of {column.Name()} mean? {string.Join(", ", unknown.Take(12))}. Add them to words.{column.Name()}.",
                    $"Τι σημαίνουν αυτές οι λέξεις ({column.Name()}); {string.Join(", ", unknown.Take(12))}. Προσθέστε τις στο words.{column.Name()}."));
        }
        Words = words;
    }

    private void AskForTheRest()
    {
        foreach (var column in (TicketColumn[])[TicketColumn.TicketId, TicketColumn.CreatedAt])
            if (!_columns.ContainsKey(column))
                _unsure.Insert(0, new(
                    $"No column was found for {column.Name()}, without which nothing can be loaded. Put its name in the place of ? in columns.{column.Name()}.",
                    $"Δεν βρέθηκε στήλη για {column.Name()}, και χωρίς αυτήν δεν φορτώνεται τίποτα. Βάλτε το όνομά της στη θέση του ? στο columns.{column.Name()}."));
        if (!_columns.ContainsKey(TicketColumn.RespondedAt))
            _unsure.Add(new(
                "No column holds the time of the first response, so response times will not be measurable.",
                "Καμία στήλη δεν έχει τον χρόνο της πρώτης ανταπόκρισης, άρα οι χρόνοι ανταπόκρισης δεν θα μετριούνται."));
        var left = _samples.Where(s => s.Filled > 0 && !IsTaken(s)).Select(s => s.Name).Where(n => n.Length > 0).ToList();
        if (left.Count > 0)
            _unsure.Add(new($"Not used: {string.Join(", ", left)}.", $"Δεν χρησιμοποιούνται: {string.Join(", ", left)}."));
    }

    private static bool IsDate(ColumnSample sample) => sample.Share(IsDate) > 0.9;

    private static bool IsDate(string value)
    {
        var cell = Encoding.UTF8.GetBytes(value);
        return value.Length is >= 6 and <= 40 && Patterns.Any(p => p.TryRead(cell, out _, out _));
    }

    private static bool IsMail(string value) => value.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && value.IndexOf('.', at) > at && !value.Contains(' ', StringComparison.Ordinal);

}
