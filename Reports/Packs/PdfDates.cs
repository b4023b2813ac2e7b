using System.Text;
using System.Text.RegularExpressions;

namespace Insights.Reports.Packs;

/// <summary>
/// Skia stamps the offset of the machine's own zone behind the document dates it is given, which are UTC: the same pack made in
/// another country would differ, and tell a wrong time. The offsets are put right in place, to the byte.
/// </summary>
internal static partial class PdfDates
{
    public static byte[] InUtc(byte[] pdf) => Encoding.Latin1.GetBytes(Offset().Replace(Encoding.Latin1.GetString(pdf), "${date}+00'00'"));

    [GeneratedRegex(@"(?<date>Date \(D:\d{14})[+-]\d\d'\d\d'")]
    private static partial Regex Offset();
}
