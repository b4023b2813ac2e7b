namespace Insights.Analytics;

/// <summary>Text of others where a person reads it: it is hostile.</summary>
public static class OneLine
{
    /// <summary>One line of it, cut after <paramref name="longest"/> letters, without the characters that steer a terminal.</summary>
    public static string Of(string? text, int longest) =>
        string.Concat((text ?? "").Take(longest).Select(c => char.IsControl(c) ? ' ' : c));
}
