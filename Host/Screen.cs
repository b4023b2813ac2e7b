using Spectre.Console;

namespace Insights.Host;

/// <summary>What people read goes to standard error, results to standard output; progress moves only on a terminal.</summary>
internal static class Screen
{
    private static readonly IAnsiConsole People = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>A line for the person running the command.</summary>
    public static void Say(string line) => Console.Error.WriteLine(line);

    /// <summary>A line of the command's result.</summary>
    public static void Result(string line) => Console.Out.WriteLine(line);

    /// <summary>Ticket text is hostile: one line of it, cut where it is long, without the characters that steer a terminal.</summary>
    public static string OneLine(string? text, int longest) =>
        string.Concat((text ?? "").Take(longest).Select(c => char.IsControl(c) ? ' ' : c));

    public static int WrongUse(IEnumerable<string> errors)
    {
        foreach (var error in errors)
            Say(error);
        Say("Run 'insights --help', or 'insights COMMAND --help', to see what is possible.");
        return ExitCode.WrongSetup;
    }

    /// <summary>Runs one step of a command, with a spinner on a terminal and a plain line otherwise.</summary>
    public static T Step<T>(string title, Func<T> work)
    {
        if (People.Profile.Capabilities.Interactive && !Console.IsErrorRedirected)
            return People.Status().Start(Markup.Escape(title), _ => work());

        Say(title);
        return work();
    }
}
