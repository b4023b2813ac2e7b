namespace Insights.Analytics;

/// <summary>
/// What the person set up is wrong (a file, an option, a reference row): the program stops before touching data, exit code 2.
/// The message names the file, the key and the value, and says what would be right.
/// </summary>
public sealed class SetupException : Exception
{
    public SetupException(string message)
        : base(message)
    {
    }

    public SetupException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
