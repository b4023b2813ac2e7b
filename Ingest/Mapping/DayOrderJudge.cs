using System.Text;
using Insights.Analytics;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Mapping;

/// <summary>
/// Decides for a whole file whether its dates stand day first or month first: a number above 12 in one of the two places settles it.
/// Show it the date cells with <see cref="Look"/>, in any order.
/// </summary>
/// <param name="assumed">The order where no cell settles it.</param>
public sealed class DayOrderJudge(string assumed = "dmy")
{
    private string? _dayFirst;
    private string? _monthFirst;
    private string? _either;

    /// <summary><c>dmy</c> or <c>mdy</c>; null while no cell says, or where two contradict each other.</summary>
    public string? Order => (_dayFirst, _monthFirst) switch
    {
        (not null, null) => "dmy",
        (null, not null) => "mdy",
        _ => null,
    };

    /// <summary>True when cells were met that could be read both ways and none that settles how.</summary>
    public bool IsAssumed => Order is null && _either is not null && !IsContradictory;

    /// <summary>True when one cell can only be day first and another only month first.</summary>
    public bool IsContradictory => _dayFirst is not null && _monthFirst is not null;

    /// <summary>Looks at one cell (UTF-8); one that does not start with two short numbers and a year says nothing.</summary>
    public void Look(ReadOnlySpan<byte> cell)
    {
        if (IsContradictory || !TryStart(cell, out var first, out var second))
            return;
        if (first is > 12 and <= 31 && second is >= 1 and <= 12)
            _dayFirst ??= Encoding.UTF8.GetString(cell);
        else if (second is > 12 and <= 31 && first is >= 1 and <= 12)
            _monthFirst ??= Encoding.UTF8.GetString(cell);
        else if (first is >= 1 and <= 12 && second is >= 1 and <= 12 && first != second)
            _either ??= Encoding.UTF8.GetString(cell);
    }

    /// <summary>The order the file's dates are in: what its cells say, else the one assumed.</summary>
    /// <param name="file">For the message.</param>
    /// <exception cref="SetupException">Its cells contradict each other.</exception>
    public string Settle(string file) => !IsContradictory ? Order ?? assumed : throw new SetupException(
        $"The file '{file}' has dates in two orders: '{_dayFirst}' can only be day first and '{_monthFirst}' only month first, so the others"
        + " cannot be told. Export it again with one form of date (best: 2026-01-31 15:30).",
        $"Το αρχείο '{file}' έχει ημερομηνίες με δύο σειρές: το '{_dayFirst}' έχει πρώτα την ημέρα και το '{_monthFirst}' πρώτα τον μήνα, οπότε οι"
        + " υπόλοιπες δεν μπορούν να διαβαστούν. Κάντε ξανά την εξαγωγή με μία μορφή ημερομηνίας (καλύτερα: 2026-01-31 15:30).");

    /// <summary>What a person should know where the order was assumed; null where it was not.</summary>
    public Notice? Notice => !IsAssumed ? null : new Notice("day_order_assumed", 0, new(
        $"No date of the file tells whether the day or the month stands first ('{_either}'); the {(assumed == "dmy" ? "day" : "month")} was taken to.",
        $"Καμία ημερομηνία του αρχείου δεν δείχνει αν πρώτα είναι η ημέρα ή ο μήνας ('{_either}')· θεωρήθηκε {(assumed == "dmy" ? "η ημέρα" : "ο μήνας")}."));

    /// <summary>Two numbers of one or two digits, with the same mark (/ or -) after each, and a digit after that. Dots are day first anyway.</summary>
    private static bool TryStart(ReadOnlySpan<byte> cell, out int first, out int second)
    {
        second = 0;
        var text = cell.TrimStart((byte)' ');
        if (!DatePattern.Digits(ref text, 1, 2, out first) || text.IsEmpty || text[0] is not ((byte)'/' or (byte)'-'))
            return false;
        var mark = text[0];
        text = text[1..];
        return DatePattern.Digits(ref text, 1, 2, out second) && text.Length > 1 && text[0] == mark && text[1] is >= (byte)'0' and <= (byte)'9';
    }
}
