using System.Globalization;
using NodaTime;

namespace Insights.Ingest.Apis;

/// <summary>Moments as a tool writes and asks for them.</summary>
internal static class SinceText
{
    private static readonly DateTime Beginning = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>How the tool is asked for what changed since; null: since ever.</summary>
    public static string Of(DateTime? since, ApiChanges changes, DateTimeZone zone)
    {
        var at = DateTime.SpecifyKind(since ?? Beginning, DateTimeKind.Utc);
        if (changes.Form == "unix")
            return new DateTimeOffset(at).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var shown = changes.IsLocal ? Instant.FromDateTimeUtc(at).InZone(zone).ToDateTimeUnspecified() : at;
        return shown.ToString(changes.Form, CultureInfo.InvariantCulture);
    }

    /// <summary>The moment of a ticket's last change (UTC): Unix seconds, or a time with its offset, or without one by the clock the tool is asked by; null where it is none.</summary>
    public static DateTime? Read(string? text, ApiChanges changes, DateTimeZone zone)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var unix))
            return DateTimeOffset.FromUnixTimeSeconds(unix).UtcDateTime;
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at))
            return null;
        return at.Kind switch
        {
            DateTimeKind.Unspecified when changes.IsLocal => zone.AtLeniently(LocalDateTime.FromDateTime(at)).ToDateTimeUtc(),
            DateTimeKind.Unspecified => DateTime.SpecifyKind(at, DateTimeKind.Utc),
            _ => at.ToUniversalTime(),
        };
    }
}
