namespace Insights.Analytics;

/// <summary>What a reader of the marts may see. As it stands it shows everything.</summary>
public class MartView
{
    /// <summary>Everything.</summary>
    public static MartView Whole { get; } = new();

    /// <summary>The client a name the reader knows stands for.</summary>
    public virtual string Client(string shown) => shown;

    /// <summary>Whether a row may be seen at all.</summary>
    public virtual bool Shows(string mart, MartRow row) => true;

    /// <summary>What is shown of a text in a column; null hides it.</summary>
    public virtual string? Text(string column, string text) => text;
}
