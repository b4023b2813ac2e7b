using DuckDB.NET.Data;
using Insights.Analytics;
using Insights.Reports.Charts;
using Insights.Reports.Style;

namespace Insights.Reports.Tests;

/// <summary>
/// A warehouse whose marts are filled with invented rows: one busy client, one with few tickets, one whose export has no times.
/// </summary>
public sealed class ChartsInvented : IDisposable
{
    public const string Busy = "Αφοί Παπαδόπουλοι Α.Ε.";
    public const string Small = "Ιατρείο Νίκα";
    public const string Uncontracted = "Καφέ Αυλή";
    public const string Blind = "Βιβλιοπωλείο Ερμής";

    /// <summary>A name that is a path, has a letter no font has, and a word longer than a page.</summary>
    public static readonly string Hostile = "../../x 🦊" + string.Concat(Enumerable.Repeat("ΑκατάπαυστηΛέξη", 30));

    private readonly string _folder = Directory.CreateTempSubdirectory("insights-charts-").FullName;
    private readonly Warehouse _warehouse;

    public ChartsInvented()
    {
        File = Path.Combine(_folder, "invented.duckdb");
        Warehouse.OpenForWriting(File).Dispose();
        using (var connection = new DuckDBConnection($"Data Source={File}"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ChartsInvented.sql"));
            command.ExecuteNonQuery();
        }

        _warehouse = Warehouse.OpenForReading(File);
        Marts = new Marts(_warehouse);
    }

    public static DateOnly October { get; } = new(2026, 10, 1);

    public string File { get; }

    public Marts Marts { get; }

    public ReviewScope Scope(string client, Language language) => ReviewScope.Of(Marts, client, October, language, Fonts.Choose());

    /// <summary>Where the test run leaves its gallery.</summary>
    public static string Gallery(string language) =>
        Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "gallery", language)).FullName;

    public void Dispose()
    {
        _warehouse.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
