namespace Insights.Ingest.Reading.Json;

/// <summary>One step from a JSON value to a value inside it.</summary>
/// <param name="Kind">Which of the values inside it.</param>
/// <param name="Name">The property's name, for <see cref="JsonStepKind.Property"/>.</param>
internal readonly record struct JsonStep(JsonStepKind Kind, string Name = "")
{
    public override string ToString() => Kind switch { JsonStepKind.Elements => "[]", JsonStepKind.NumberedProperties => "*", _ => Name };
}

internal enum JsonStepKind
{
    /// <summary>The property of that name.</summary>
    Property,

    /// <summary>Every property whose name holds a digit: a map by id.</summary>
    NumberedProperties,

    /// <summary>Every element of the list.</summary>
    Elements,
}
