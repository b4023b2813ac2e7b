using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Insights.Analytics.Loads;

namespace Insights.Ingest.Mapping;

/// <summary>
/// The id of a ticket in a list that gives none: made of when it was, what it was about and who asked, so that the same row has the same
/// id in every export, wherever it stands.
/// </summary>
internal static class DerivedId
{
    private static readonly TicketColumn[] Telling =
        [TicketColumn.Subject, TicketColumn.Requester, TicketColumn.RequesterMail, TicketColumn.ClientText];

    /// <param name="row">Its created_at and texts are set.</param>
    /// <param name="ordinal">1 for the first row of the file that says the same, 2 for the second: <c>1f0c8d2e77a9-2</c>.</param>
    /// <returns>UTF-8: 12 hexadecimal digits, and the ordinal from the second on.</returns>
    public static byte[] Of(TicketRow row, int ordinal)
    {
        var told = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{row.Number(TicketColumn.CreatedAt)}");
        foreach (var column in Telling)
            told.Append('\n').Append(GreekText.Fold(row.Text(column) ?? ""));
        var hash = XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(told.ToString())) >> 16;
        return Encoding.UTF8.GetBytes(ordinal > 1 ? $"{hash:x12}-{ordinal}" : $"{hash:x12}");
    }
}
