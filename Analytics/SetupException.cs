namespace Insights.Analytics;

/// <summary>
/// What the person set up is wrong (a file, an option, a reference row): the program stops before touching data, exit code 2.
/// The message names the file, the key and the value, and says what would be right, in English and in Greek.
/// </summary>
public class SetupException : Exception
{
    public SetupException(string english, string greek, Exception? cause = null)
        : base(english, cause)
    {
        What = new Message(english, greek);
    }

    /// <summary>What is wrong and what would be right, in both languages.</summary>
    public Message What { get; }
}
