using Insights.Ingest.Mapping;

namespace Insights.Ingest.Tests;

public sealed class PromiseTextTests
{
    [Theory]
    [InlineData("30m", 1800)]
    [InlineData("30 min", 1800)]
    [InlineData("4h", 4 * 3600)]
    [InlineData("4 Hours", 4 * 3600)]
    [InlineData("1h30m", 5400)]
    [InlineData("1h 30m", 5400)]
    [InlineData("90 λεπτά", 5400)]
    [InlineData("90 ΛΕΠΤΆ", 5400)]
    [InlineData("90 λεπτα", 5400)]
    [InlineData("2 ώρες", 7200)]
    [InlineData("2\u00a0ώρες", 7200)]
    [InlineData("1,5 ώρα", 5400)]
    [InlineData("1.5 ώρα", 5400)]
    [InlineData("εντός 4 ωρών", 4 * 3600)]
    [InlineData("within 4 hours", 4 * 3600)]
    [InlineData("4 εργάσιμες ώρες", 4 * 3600)]
    [InlineData("4 business hours", 4 * 3600)]
    [InlineData("1 ώρα και 15 λεπτά", 4500)]
    [InlineData("45 s", 45)]
    public void Hours_and_minutes_run_on_the_contract_clock(string text, long seconds) =>
        Assert.Equal(PromiseTerm.Of(seconds, PromiseClock.Contract), PromiseText.Parse(text).Value);

    [Theory]
    [InlineData("4h 24x7", 4 * 3600)]
    [InlineData("4h 24/7", 4 * 3600)]
    [InlineData("4 ώρες (24x7)", 4 * 3600)]
    [InlineData("15m 24Χ7", 900)]
    [InlineData("4 ώρες 24ωρο", 4 * 3600)]
    [InlineData("24 ώρες ημερολογιακές", 86_400)]
    [InlineData("2 days", 2 * 86_400)]
    [InlineData("2 ημέρες", 2 * 86_400)]
    [InlineData("2 μέρες", 2 * 86_400)]
    [InlineData("2 ημερολογιακές ημέρες", 2 * 86_400)]
    [InlineData("2 calendar days", 2 * 86_400)]
    [InlineData("1 week", 7 * 86_400)]
    public void Round_the_clock_and_calendar_days_run_on_the_client_clock(string text, long seconds) =>
        Assert.Equal(PromiseTerm.Of(seconds, PromiseClock.Client), PromiseText.Parse(text).Value);

    [Theory]
    [InlineData("2 εργάσιμες", 2, null)]
    [InlineData("2 ΕΡΓΆΣΙΜΕΣ ΗΜΈΡΕΣ", 2, null)]
    [InlineData("εντός 5 εργασίμων ημερών", 5, null)]
    [InlineData("2 business days", 2, null)]
    [InlineData("2 working days", 2, null)]
    [InlineData("2 bd", 2, null)]
    [InlineData("NBD", 1, null)]
    [InlineData("next business day", 1, null)]
    [InlineData("next business day until 14:00", 1, 14 * 3600)]
    [InlineData("επόμενη εργάσιμη έως 14:00", 1, 14 * 3600)]
    [InlineData("την επόμενη εργάσιμη ημέρα έως τις 14:00", 1, 14 * 3600)]
    [InlineData("1 εργάσιμη έως 12:00", 1, 12 * 3600)]
    [InlineData("1 εργάσιμη έως 9.30", 1, (9 * 3600) + 1800)]
    [InlineData("same business day", 0, null)]
    [InlineData("αυθημερόν", 0, null)]
    [InlineData("ΑΥΘΗΜΕΡΟΝ έως 17:00", 0, 17 * 3600)]
    public void Business_days_keep_their_count_and_their_hour(string text, int days, int? until) =>
        Assert.Equal(PromiseTerm.OfBusinessDays(days, until), PromiseText.Parse(text).Value);

    [Theory]
    [InlineData("24x7", "how long")]
    [InlineData("24ωρο", "how long")]
    [InlineData("30", "30m for minutes")]
    [InlineData("", "is not a promise")]
    [InlineData("asap", "is not a promise")]
    [InlineData("0m", "is not a promise")]
    [InlineData("0 business days", "is not a promise")]
    [InlineData("1,5 εργάσιμες", "is not a promise")]
    [InlineData("NBD until 25:00", "is not a promise")]
    [InlineData("NBD until 14:75", "is not a promise")]
    [InlineData("4h until 14:00", "is not a promise")]
    [InlineData("2 business days 24x7", "at once")]
    [InlineData("4h or so", "is not a promise")]
    [InlineData("-4h", "is not a promise")]
    [InlineData("999999 weeks", "is not a promise")]
    public void What_cannot_be_read_says_what_was_read_and_what_to_write(string text, string said)
    {
        var reading = PromiseText.Parse(text);
        Assert.Null(reading.Value);
        Assert.NotNull(reading.Error);
        Assert.Contains($"'{text}'", reading.Error.English, StringComparison.Ordinal);
        Assert.Contains($"«{text}»", reading.Error.Greek, StringComparison.Ordinal);
        Assert.Matches(said, reading.Error.English);
    }

    [Fact]
    public void Every_term_written_out_reads_back_as_itself()
    {
        var random = new Random(20260501);
        for (var i = 0; i < 5_000; i++)
        {
            var term = AnyTerm(random);
            Assert.Equal(term, PromiseText.Parse(PromiseText.Render(term)).Value);
        }
    }

    [Fact]
    public void Any_text_is_read_or_refused_never_an_exception()
    {
        var random = new Random(11);
        string[] pieces = ["4", "٤", "１", "h", "m", " ", "24x7", "εργάσιμες", "έως", "14:00", ",", ".", "-", "και", "ημέρες", "\0", "😀", "99999999999"];
        for (var i = 0; i < 20_000; i++)
        {
            var reading = PromiseText.Parse(string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => pieces[random.Next(pieces.Length)])));
            Assert.True(reading.Value is null != reading.Error is null);
        }
    }

    [Fact]
    public void Case_accents_and_spaces_change_nothing()
    {
        var random = new Random(7);
        foreach (var text in new[] { "επόμενη εργάσιμη έως 14:00", "4 ώρες 24x7", "αυθημερόν", "1h30m", "2 business days" })
            for (var i = 0; i < 200; i++)
                Assert.Equal(PromiseText.Parse(text), PromiseText.Parse(Disturb(text, random)));
    }

    private static PromiseTerm AnyTerm(Random random) => random.Next(3) switch
    {
        0 => PromiseTerm.Of(random.NextInt64(1, 3_000_000), PromiseClock.Contract),
        1 => PromiseTerm.Of(random.NextInt64(1, 3_000_000), PromiseClock.Client),
        _ => PromiseTerm.OfBusinessDays(random.Next(0, 60), random.Next(2) == 0 ? null : random.Next(1, 86_401)),
    };

    private static string Disturb(string text, Random random) => string.Concat(text.Select(letter => random.Next(4) switch
    {
        0 => char.ToUpperInvariant(letter).ToString(),
        1 when letter == ' ' => " \u00a0 ",
        2 when char.IsLetter(letter) => GreekText.Fold(letter.ToString()),
        _ => letter.ToString(),
    }));
}
