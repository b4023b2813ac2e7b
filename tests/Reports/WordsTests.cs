using Insights.Reports.Style;

namespace Insights.Reports.Tests;

public sealed class WordsTests
{
    [Fact]
    public void No_cell_is_empty_in_either_language()
    {
        Assert.NotEmpty(Words.Rows);
        Assert.Empty(Words.Rows.Where(r => r.Key.Length == 0 || r.English.Length == 0 || r.Greek.Length == 0).Select(r => $"{r.File} {r.Line}"));
    }

    [Fact]
    public void A_key_stands_on_one_line_of_one_file() =>
        Assert.Empty(Words.Rows.GroupBy(r => r.Key).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void Both_languages_name_the_same_values() =>
        Assert.Empty(Words.Rows.Where(r => !Words.Placeholders(r.English).ToHashSet().SetEquals(Words.Placeholders(r.Greek))).Select(r => r.Key));

    [Fact]
    public void A_plural_has_both_its_forms()
    {
        var keys = Words.Rows.Select(r => r.Key).ToHashSet();
        Assert.DoesNotContain(keys, k => k.EndsWith(".one", StringComparison.Ordinal) && !keys.Contains(k[..^4] + ".many"));
        Assert.DoesNotContain(keys, k => k.EndsWith(".many", StringComparison.Ordinal) && !keys.Contains(k[..^5] + ".one"));
    }

    [Fact]
    public void Greek_text_has_Greek_letters_wherever_English_text_is_a_sentence() =>
        Assert.Empty(Words.Rows.Where(r => r.English.Count(char.IsLetter) > 12 && !r.Greek.Any(c => c is >= 'Ͱ' and <= 'Ͽ')).Select(r => r.Key));

    [Theory]
    [InlineData("υπόσχεση")]
    [InlineData("παραβίασ")]
    [InlineData("επεισόδι")]
    [InlineData("αδικαιολόγητ")]
    [InlineData("ετυμηγορία")]
    public void Words_that_accuse_or_mislead_are_not_used(string avoided) =>
        Assert.Empty(Words.Rows.Where(r => r.Greek.Contains(avoided, StringComparison.OrdinalIgnoreCase)).Select(r => r.Key));

    [Fact]
    public void A_missing_key_and_a_missing_value_are_named()
    {
        Assert.Contains("'no.such.key'", Assert.Throws<ArgumentException>(() => Language.Greek.Say("no.such.key")).Message);
        Assert.Contains("{n}", Assert.Throws<ArgumentException>(() => Language.Greek.Say("ticket.many")).Message);
    }

    [Fact]
    public void A_value_that_looks_like_a_placeholder_stays_text() =>
        Assert.Equal("{n} αιτήματα", Language.Greek.Say("ticket.many", ("n", "{n}")));
}
