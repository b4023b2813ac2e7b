using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using CsCheck;
using Insights.Analytics;

namespace Insights.Ingest.Tests;

/// <summary>
/// Laws tried on made-up inputs: 50,000 of them in all, or as many as <c>INSIGHTS_FUZZ</c> says, each law on its share. What fails is
/// made smaller and shown with its seed; <c>CsCheck_Seed</c> tries it again. An input that takes a minute ends the run: it hangs.
/// </summary>
internal static class FuzzRun
{
    public static readonly long Inputs = long.Parse(
        Environment.GetEnvironmentVariable("INSIGHTS_FUZZ") ?? "50000", NumberStyles.None, CultureInfo.InvariantCulture);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly ConcurrentDictionary<int, (long Since, Func<string> Shown)> Running = new();
    private static readonly Timer Alarm = new(_ => StopWhereOneHangs(), null, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5));

    /// <summary>Tries a law.</summary>
    /// <param name="inputs">What to try it on.</param>
    /// <param name="share">Of <see cref="Inputs"/>, 0 to 1.</param>
    /// <param name="print">The input, for a person.</param>
    /// <param name="report">Told how many were tried.</param>
    /// <param name="law">Throws where it does not hold.</param>
    public static void Hold<T>(this Gen<T> inputs, double share, Func<T, string> print, Action<string> report, Action<T> law) =>
        inputs.Sample(input =>
        {
            Running[Environment.CurrentManagedThreadId] = (Environment.TickCount64, () => print(input));
            try
            {
                law(input);
            }
            finally
            {
                Running.TryRemove(Environment.CurrentManagedThreadId, out _);
                GC.KeepAlive(Alarm);
            }
        }, report, iter: Math.Max(1, (long)(Inputs * share)), print: print);

    /// <summary>False where the reader refused, in two languages; anything else it throws is a failure.</summary>
    public static bool IsRead(Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (SetupException e)
        {
            Assert.NotEqual("", e.What.English);
            Assert.NotEqual("", e.What.Greek);
            return false;
        }
    }

    /// <summary>Bytes for a person: what is no plain sign as <c>\x0A</c>.</summary>
    public static string Shown(byte[] bytes) => bytes.Aggregate(new StringBuilder(), (text, b) => b is >= 0x20 and < 0x7F and not (byte)'\\'
        ? text.Append((char)b)
        : text.Append(CultureInfo.InvariantCulture, $"\\x{b:X2}")).ToString();

    private static void StopWhereOneHangs()
    {
        foreach (var (since, shown) in Running.Values)
            if (Environment.TickCount64 - since > Longest.TotalMilliseconds)
                Environment.FailFast($"An input was not read within {Longest}: {shown()}");
    }
}
