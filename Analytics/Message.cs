namespace Insights.Analytics;

/// <summary>One thing to say to the person running the program, in both languages.</summary>
public sealed record Message(string English, string Greek)
{
    /// <summary>The message in a language: <c>el</c> Greek, anything else English.</summary>
    public string In(string language) => language == "el" ? Greek : English;

    /// <summary>English, for logs.</summary>
    public override string ToString() => English;
}
