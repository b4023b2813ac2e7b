using Insights.Ingest.Mapping;

namespace Insights.Ingest.Reference;

/// <summary>What the rows of each table mean, one method a table. A row with a problem is left out; the problem is noted.</summary>
internal static class ReferenceTables
{
    private static readonly (string, string[])[] PromiseKinds =
    [
        ("response", ["ανταποκριση"]), ("resolve", ["resolution", "επιλυση", "αποκατασταση"]), ("start", ["εναρξη", "εναρξη εργασιων"]),
    ];

    private static readonly (string, string[])[] Clocks =
        [("client", ["πελατησ", "πελατη"]), ("contract", ["συμβαση", "συμβασησ"])];

    private static readonly (string, string[])[] Rungs =
    [
        ("automatic", ["αυτοματη απαντηση", "αυτοματη"]), ("touched", ["αναληψη"]),
        ("human", ["πρωτη απαντηση", "πρωτη απαντηση απο ανθρωπο"]), ("substantive", ["ουσιαστικη απαντηση", "πρωτη ουσιαστικη απαντηση"]),
    ];

    private static readonly string[] OpensAndCloses = ["opens", "closes"];

    private static readonly (string, string[])[] HourKinds = [("open", ["ανοιχτα", "ανοικτα"]), ("break", ["διαλειμμα"])];

    private static readonly (string, string[])[] Fields = [("priority", ["προτεραιοτητα"]), ("state", ["status", "κατασταση"]), ("kind", ["ειδοσ"]), ("work", ["εργασια"])];

    private static readonly (string, string[])[] States =
    [
        ("new", []), ("open", []), ("pending", []), ("hold", []), ("resolved", []), ("closed", []), ("merged", []), ("deleted", []),
    ];

    private static readonly (string, string[])[] Kinds =
    [
        ("incident", ["βλαβη"]), ("request", ["αιτημα"]), ("problem", ["προβλημα"]), ("change", ["αλλαγη"]),
    ];

    private static readonly (string, string[])[] Works =
    [
        ("reactive", ["επιδιορθωση", "βλαβη"]), ("request", ["αιτημα"]), ("proactive", ["προληψη", "προληπτικη"]), ("project", ["εργο"]),
    ];

    private static readonly (string, string[])[] FigureUnits = [("seconds", ["δευτερολεπτα"]), ("ratio", ["ποσοστο"])];

    /// <summary>What no source stands behind (X) is not taken.</summary>
    private static readonly (string, string[])[] Grades = [("a", ["α"]), ("b", ["β"]), ("c", ["γ"])];

    private static readonly (string, string[])[] YesNo = [("yes", ["ναι", "true", "1"]), ("no", ["οχι", "false", "0"])];

    public static ReferenceClient Client(ReferenceCells cells) => new(
        cells.At, cells.Text("client")!, cells.Text("provider")!, cells.Read("zone", CellText.Zone)!, cells.Text("calendar"),
        cells.Read("users", CellText.Whole), cells.Read("endpoints", CellText.Whole),
        cells.Read("mail_domains", MailDomains.Parse) ?? [], cells.Text("note"));

    public static ReferenceAlias Alias(ReferenceCells cells) =>
        new(cells.At, cells.Text("source")!, cells.Text("name")!, cells.Text("client")!, cells.Text("note"));

    public static ReferenceWord Word(ReferenceCells cells)
    {
        var field = cells.OneOf("field", Fields)!;
        var value = field switch
        {
            "priority" => cells.Read("value", CellText.OnePriority) is null ? null : cells.Text("value"),
            "state" => cells.OneOf("value", States),
            "kind" => cells.OneOf("value", Kinds),
            "work" => cells.OneOf("value", Works),
            _ => null,
        };
        return new(cells.At, cells.Text("source")!, field, cells.Text("text")!, value!, cells.Text("note"));
    }

    public static ReferenceConcept Concept(ReferenceCells cells) =>
        new(cells.At, cells.Text("concept")!, cells.Text("words")!, cells.Text("note"));

    public static ReferenceSize Size(ReferenceCells cells) => new(
        cells.At, cells.Text("client")!, cells.Read("valid_from", CellText.Date).GetValueOrDefault(), cells.Read("users", CellText.Whole),
        cells.Read("endpoints", CellText.Whole), cells.Text("note"));

    public static ReferenceAnswer Answer(ReferenceCells cells)
    {
        var question = cells.OneOf("question", Questionnaires.Codes);
        var answer = question is null ? null : cells.OneOf("answer", Questionnaires.Answers(question));
        return new(cells.At, cells.Text("client")!, question!, answer!, cells.Read("answered_on", CellText.Date), cells.Text("note"));
    }

    public static ReferenceLabel Label(ReferenceCells cells) => new(
        cells.At, cells.Text("source")!, cells.Text("ticket_id")!, cells.Text("earlier_source")!, cells.Text("earlier_ticket_id")!,
        cells.OneOf("is_same", YesNo) == "yes", cells.Text("labelled_by"), cells.Read("labelled_on", CellText.Date), cells.Text("note"));

    public static ReferencePromise Promise(ReferenceCells cells)
    {
        var promise = PromiseOf(cells, "promise", isExpectation: false, "sentence");
        if (cells.IsSound && promise.Clock == PromiseClock.Contract && promise.Calendar is null)
            cells.Refuse(
                "calendar",
                "a promise on the contract clock needs the calendar it runs on. Write its name, or 24x7 after the time if all hours count.",
                "η δέσμευση σε χρόνο σύμβασης θέλει το ωράριο στο οποίο μετρά. Γράψτε το όνομά του, ή 24x7 μετά τον "
                + "χρόνο αν μετρούν όλες οι ώρες.");
        return WithRungAndPauses(cells, promise);
    }

    /// <summary>Only a response has rungs.</summary>
    private static ReferencePromise WithRungAndPauses(ReferenceCells cells, ReferencePromise promise)
    {
        var answeredBy = cells.OneOf("answered_by", Rungs);
        if (answeredBy is not null && promise.PromiseKind is "resolve" or "start")
            cells.Refuse(
                "answered_by",
                $"only a response is answered: a promise to {promise.PromiseKind} has no answered_by. Empty the cell.",
                "το answered_by αφορά μόνο δέσμευση ανταπόκρισης. Αδειάστε το κελί.");
        return promise with { AnsweredBy = answeredBy, Pauses = cells.Read("pauses", PausesText.Parse) };
    }

    public static ReferencePromise Expectation(ReferenceCells cells) =>
        PromiseOf(cells, "expectation", isExpectation: true, "note") with { Clock = PromiseClock.Client };

    public static ReferenceHoliday Holiday(ReferenceCells cells)
    {
        var (opens, closes) = (cells.Read("opens", CellText.Time), cells.Read("closes", CellText.Time));
        if (cells.IsSound && (opens is null) != (closes is null))
            cells.Refuse(
                opens is null ? "opens" : "closes",
                "a half day needs both opens and closes; leave both empty for a day closed.",
                "η μισή αργία θέλει και opens και closes· αφήστε και τα δύο κενά αν είναι κλειστά όλη μέρα.");
        else if (cells.IsSound && closes <= opens)
            cells.Refuse("closes", "the half day closes before it opens.", "η μισή αργία κλείνει πριν ανοίξει.");
        return new(
            cells.At, cells.Text("holidays")!, cells.Read("date", HolidayText.Parse)!, cells.Text("name")!, opens, closes,
            cells.Read("instead_of", CellText.Date), cells.Text("note"));
    }

    public static ReferenceSetting Setting(ReferenceCells cells)
    {
        var setting = cells.Read("setting", KnownSetting);
        var (unit, expected) = (cells.Text("unit"), setting is null ? null : ReferenceDefaults.UnitOf(setting));
        if (unit is not null && expected is not null && unit != expected)
            cells.Refuse(
                "unit", $"{setting} is stated in {expected}, not in {unit}.", $"Το {setting} δίνεται σε {expected}, όχι σε {unit}.");
        return new(cells.At, setting!, cells.Read("value", CellText.Number) ?? 0, unit!, cells.Text("note"));
    }

    public static ReferenceBenchmark Benchmark(ReferenceCells cells) => new(
        cells.At, cells.Text("measure")!, cells.Read("value", CellText.Number) ?? 0, cells.OneOf("unit", FigureUnits)!, cells.Text("population")!,
        cells.Read("year", CellText.Whole) ?? 0, cells.Read("n", CellText.Whole), cells.OneOf("grade", Grades)?.ToUpperInvariant() ?? "", cells.Text("source")!,
        cells.Text("note"));

    public static ReferenceHours Hours(ReferenceCells cells)
    {
        var isAroundTheClock = DaysText.IsAroundTheClock(cells.Text("days") ?? "");
        var (opens, closes) = isAroundTheClock ? AroundTheClock(cells) : FromTo(cells);
        return new(
            cells.At, cells.Text("calendar")!, cells.Read("zone", CellText.Zone)!, cells.Text("holidays"),
            cells.Read("valid_from", CellText.Date) ?? default, cells.OneOf("kind", HourKinds)!, cells.Read("days", DaysText.Parse)!,
            opens, closes, cells.Text("note"));
    }

    private static (int Opens, int Closes) AroundTheClock(ReferenceCells cells)
    {
        var (opens, closes) = (cells.Read("opens", CellText.Time) ?? 0, Closes(cells));
        if (opens != 0 || closes is not (0 or 86_400))
            cells.Refuse(
                "opens", "24x7 has no hours of its own. Leave opens and closes empty, or write daily for the days.",
                "το 24x7 δεν έχει δικές του ώρες. Αφήστε κενά τα opens και closes, ή γράψτε daily στις ημέρες.");
        return (0, 86_400);
    }

    /// <summary>A closing at or before the opening is of the next day.</summary>
    private static (int Opens, int Closes) FromTo(ReferenceCells cells)
    {
        foreach (var column in OpensAndCloses.Where(column => cells.Text(column) is null))
            cells.Refuse(column, "the cell is empty. Write a time such as 09:00.", "το κελί είναι κενό. Γράψτε ώρα, για παράδειγμα 09:00.");
        var (opens, closes) = (cells.Read("opens", CellText.Time) ?? 0, Closes(cells));
        if (opens == 86_400)
            cells.Refuse(
                "opens", "24:00 is the end of a day. Write 00:00 of the next one.",
                "το 24:00 είναι το τέλος της ημέρας. Γράψτε 00:00 της επόμενης.");
        return (opens, closes <= opens ? closes + 86_400 : closes);
    }

    /// <summary>Who cannot write 24:00 writes the last minute or second of the day, and would close for it every night.</summary>
    private static int Closes(ReferenceCells cells)
    {
        var closes = cells.Read("closes", CellText.Time) ?? 86_400;
        if (closes is not (86_340 or 86_399))
            return closes;
        cells.Notice(
            $"closes {cells.Text("closes")} is read as 24:00, so that no minute of the night is left out. Write 24:00.",
            $"το closes {cells.Text("closes")} διαβάζεται ως 24:00, ώστε να μη μένει έξω ούτε ένα λεπτό της νύχτας. Γράψτε 24:00.");
        return 86_400;
    }

    private static Reading<string> KnownSetting(string text) => ReferenceDefaults.UnitOf(text) is not null
        ? text
        : Nearest.Unknown(
            text, ReferenceDefaults.SettingUnits.Keys, "setting", "σταθερά", string.Join(", ", ReferenceDefaults.SettingUnits.Keys));

    private static ReferencePromise PromiseOf(ReferenceCells cells, string textColumn, bool isExpectation, string noteColumn)
    {
        var term = cells.Read(textColumn, PromiseText.Parse);
        var promise = new ReferencePromise(
            cells.At, isExpectation, cells.Text("client")!, cells.Read("priority", CellText.Priority),
            cells.OneOf("promise_kind", PromiseKinds)!, cells.Text(textColumn)!, term!, ClockOf(cells, term),
            cells.Text("calendar"), cells.Read("target_ratio", CellText.Ratio),
            cells.Read("valid_from", CellText.Date), cells.Read("valid_to", CellText.Date), cells.Text(noteColumn), null, null);
        if (promise.ValidTo < promise.ValidFrom)
            cells.Refuse("valid_to", "valid_to is before valid_from.", "το valid_to είναι πριν από το valid_from.");
        return promise;
    }

    /// <summary>The clock column, where filled, may move a plain time to the client clock, not contradict the text.</summary>
    private static PromiseClock ClockOf(ReferenceCells cells, PromiseTerm? term)
    {
        var stated = cells.OneOf("clock", Clocks);
        if (term is null || stated is null)
            return term?.Clock ?? PromiseClock.Contract;
        var clock = stated == "client" ? PromiseClock.Client : PromiseClock.Contract;
        if (clock == PromiseClock.Contract && term.Clock == PromiseClock.Client)
            cells.Refuse(
                "clock",
                "the text counts all hours (24x7 or calendar days) but the clock says contract. Empty the clock, or write business days.",
                "το κείμενο μετρά όλες τις ώρες (24x7 ή ημερολογιακές ημέρες) αλλά το clock λέει contract. Αδειάστε το, "
                + "ή γράψτε εργάσιμες.");
        if (clock == PromiseClock.Client && term.BusinessDays is not null)
            cells.Refuse(
                "clock", "business days run on the contract clock. Empty the clock, or write hours.",
                "οι εργάσιμες ημέρες μετρούν σε χρόνο σύμβασης. Αδειάστε το clock, ή γράψτε ώρες.");
        return clock;
    }
}
