namespace Insights.Reports.Style;

/// <summary>Words for what a first response means in the data a figure stands on.</summary>
internal static class SemanticsWords
{
    /// <summary>Those of a code; of one without words, or of none, that it is not known.</summary>
    public static string Of(string? code, Language language) =>
        language.Say(code is not null && language.Has("semantics." + code) ? "semantics." + code : "semantics.unknown");
}
