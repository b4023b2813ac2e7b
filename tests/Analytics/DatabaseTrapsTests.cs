namespace Insights.Analytics.Tests;

/// <summary>What the database's own text functions do; a version that does otherwise must be noticed before one of them is used.</summary>
public sealed class DatabaseTrapsTests
{
    [Theory]
    [InlineData("jaccard('printer', 'retnirp')", "1")]
    [InlineData("round(jaccard('α', 'β'), 3)", "0.333")]
    [InlineData("jaccard('εκτυπωτης', 'εκτυπωτη')", "0.9")]
    [InlineData("levenshtein('α', 'ρ')", "2")]
    [InlineData("damerau_levenshtein('αβ', 'βα')", "2")]
    [InlineData("round(jaro_winkler_similarity('MARTHA', 'MARHTA'), 4)", "0.9611")]
    [InlineData("round(jaro_similarity('DIXON', 'DICKSONX'), 4)", "0.7667")]
    [InlineData("quantile_cont(x, 0.5) from (values (1.0::decimal(4,1)), (2.0)) as t(x)", "1.5")]
    public void Likeness_and_distance_work_on_bytes_and_jaro_is_right_of_plain_letters(string expression, string expected)
    {
        using var given = new GivenWarehouse();
        Assert.Equal([expected], given.Rows("select " + expression));
    }
}
