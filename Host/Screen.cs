using System.Runtime.ExceptionServices;
using Insights.Analytics;
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

    /// <summary>
    /// What is said of a command that could not go on: why, and what became of its work. Files loaded, pages pulled and files of packs are kept one by one;
    /// measuring that did not end counts as not done as a whole.
    /// </summary>
    public static IReadOnlyList<Message> Stopped(Exception e) =>
    [
        new($"insights stopped: {e.Message}", $"Το insights σταμάτησε: {e.Message}"),
        new("What was finished by then is kept; the rest counts as not done. Run the command again.",
            "Ό,τι είχε ολοκληρωθεί ως τότε μένει· τα υπόλοιπα μετράνε σαν να μην έγιναν. Δώστε ξανά την εντολή."),
        new("If the message does not help, run it with INSIGHTS_DEBUG=1 and report what it prints.",
            "Αν το μήνυμα δεν βοηθά, δώστε την με INSIGHTS_DEBUG=1 και στείλτε μας ό,τι γράψει."),
    ];

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

    /// <summary>Runs a step for each item, as many at a time as there are cores: a bar with the time left on a terminal, a plain line for each otherwise.</summary>
    /// <returns>What each came to, in the items' order.</returns>
    public static IReadOnlyList<T> Steps<TItem, T>(IReadOnlyList<TItem> items, Func<TItem, string> title, Func<TItem, T> work)
    {
        if (!People.Profile.Capabilities.Interactive || Console.IsErrorRedirected)
            return SideBySide(items, item => { Say(title(item)); return work(item); });

        return People.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).Start(bars =>
        {
            var bar = bars.AddTask(Markup.Escape(title(items[0])), maxValue: items.Count);
            return SideBySide(items, item =>
            {
                bar.Description = Markup.Escape(title(item));
                var result = work(item);
                bar.Increment(1);
                return result;
            });
        });
    }

    private static T[] SideBySide<TItem, T>(IReadOnlyList<TItem> items, Func<TItem, T> work)
    {
        var results = new T[items.Count];
        try
        {
            Parallel.For(0, items.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i => results[i] = work(items[i]));
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }

        return results;
    }
}
