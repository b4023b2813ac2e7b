using Insights.Analytics;

namespace Insights.Ingest.Reading;

/// <summary>Something about a file a person should know, kept in the warehouse by its code.</summary>
/// <param name="Code">One word: <c>broken_characters</c>, <c>double_encoded</c>.</param>
/// <param name="Count">How many rows or cells it concerns; 0 where it is the file as a whole.</param>
/// <param name="Text">In words.</param>
public sealed record Notice(string Code, long Count, Message Text);
