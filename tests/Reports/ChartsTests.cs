using Insights.Reports.Charts;
using Insights.Reports.Packs;
using Insights.Reports.Packs.Briefs;
using Insights.Reports.Style;
using Insights.Reports.Tests.Packs;

namespace Insights.Reports.Tests;

/// <summary>Every chart, for every kind of client and in both languages, drawn and saved: the gallery is the test run.</summary>
public sealed class ChartsTests(ChartsInvented invented) : IClassFixture<ChartsInvented>
{
    public static TheoryData<string, string, string> EveryChart()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (name, _) in ReviewCharts.All)
        {
            foreach (var client in new[] { ChartsInvented.Busy, ChartsInvented.Small, ChartsInvented.Blind })
            {
                foreach (var language in Language.All)
                    data.Add(name, client, language.Code);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EveryChart))]
    public void A_chart_saves_its_picture_and_says_its_finding(string name, string client, string code)
    {
        var scope = invented.Scope(client, Language.Of(code));
        var chart = ReviewCharts.All.Single(c => c.Name == name).Draw(scope);
        var kind = client == ChartsInvented.Busy ? "busy" : client == ChartsInvented.Small ? "small" : "blind";
        var path = Path.Combine(ChartsInvented.Gallery(code), $"{name}-{kind}");
        using (var png = File.Create(path + ".png"))
            Pictures.WritePng(png, chart, scope.Fonts);

        Assert.Equal(name, chart.Name);
        Assert.NotEmpty(chart.Title);
        Assert.NotEmpty(chart.Definition);
        Assert.True((chart.Plot is null) == (chart.Instead is not null));
        Assert.True(new FileInfo(path + ".png").Length > 5000);
    }

    [Theory]
    [InlineData(ChartsInvented.Busy, 6)]
    [InlineData(ChartsInvented.Small, 6)]
    [InlineData(ChartsInvented.Blind, 4)]
    public void A_pdf_has_a_first_page_and_room_for_every_chart(string client, int pages)
    {
        foreach (var language in Language.All)
        {
            var path = Path.Combine(ChartsInvented.Gallery(language.Code), $"review-{client}.pdf");
            using (var file = File.Create(path))
                BriefPdf.Write(file, Briefly.Of(invented, client, language));

            Assert.Equal(pages, File.ReadAllText(path, System.Text.Encoding.Latin1).Split("/Type /Page\n").Length - 1);
        }
    }

    [Fact]
    public void A_picture_is_white_paper_with_its_title_above_the_plot()
    {
        var scope = invented.Scope(ChartsInvented.Busy, Language.Greek);
        using var file = new MemoryStream();
        Pictures.WritePng(file, Backlog.Of(scope), scope.Fonts);
        using var picture = SkiaSharp.SKBitmap.Decode(file.ToArray());
        var title = Enumerable.Range(40, 600).SelectMany(x => Enumerable.Range(40, 50).Select(y => picture.GetPixel(x, y))).ToList();

        Assert.Equal((1920, 1120), (picture.Width, picture.Height));
        Assert.All(new[] { (0, 0), (1919, 0), (0, 1119), (1919, 1119) }, c =>
            Assert.Equal(SkiaSharp.SKColors.White, picture.GetPixel(c.Item1, c.Item2)));
        Assert.InRange(title.Count(p => p.Red < 90), title.Count / 50, title.Count / 2);
    }

    [Fact]
    public void What_the_export_cannot_say_is_a_panel_and_never_an_empty_axis()
    {
        var scope = invented.Scope(ChartsInvented.Blind, Language.Greek);
        var charts = ReviewCharts.All.ToDictionary(c => c.Name, c => c.Draw(scope));

        Assert.Equal(["repeat-failures", "failure-timeline"], charts.Values.Where(c => c.Plot is not null).Select(c => c.Name));
        Assert.Equal("Δεν υπάρχει μέτρο για να κριθεί: δεν δόθηκε γραπτή δέσμευση.", charts["response-attainment"].Instead);
        Assert.Equal("Δεν μετριέται από αυτό το αρχείο: δεν έχει χρόνο πρώτης ανταπόκρισης.", charts["two-clocks"].Instead);
        Assert.Equal("Δεν μετριέται από αυτό το αρχείο: δεν έχει χρόνο επίλυσης.", charts["backlog"].Instead);
        Assert.All(ReviewCharts.All, c => Assert.NotNull(c.Draw(invented.Scope(ChartsInvented.Busy, Language.Greek)).Plot));
    }

    [Fact]
    public void Below_the_smallest_n_a_sentence_counts_and_does_not_conclude()
    {
        var scope = invented.Scope(ChartsInvented.Small, Language.Greek);

        Assert.StartsWith("3 από 3 εντός χρόνου· λιγότερα από 10 αιτήματα, άρα χωρίς ποσοστό για τον μήνα.",
            ReviewSentences.PromiseKept(scope), StringComparison.Ordinal);
        Assert.EndsWith("δεν αρκούν τα στοιχεία για συμπέρασμα (λιγότερες από 10).", ReviewSentences.SameAgain(scope),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_promise_is_told_with_its_interval_its_bounds_and_what_twelve_months_allow()
    {
        var told = ReviewSentences.PromiseKept(invented.Scope(ChartsInvented.Busy, Language.Greek));

        Assert.Matches(@"^\d+ από \d+ εντός χρόνου \(\d+%, διάστημα \d+–\d+%\)\. \d+ σε εξέλιξη, άρα \d+–\d+% όλων όσα έχουν δέσμευση\. " +
            @"Στο 12μηνο \d+ από \d+ \(\d+%, διάστημα \d+–\d+%\): ο στόχος 95% δεν επιτεύχθηκε\.$", told);
    }

    [Fact]
    public void The_heading_says_how_many_months_the_twelve_are()
    {
        Assert.EndsWith("Τα στοιχεία καλύπτουν μόνο 5 μήνες: «12μηνο» σημαίνει αυτούς.",
            ReviewSentences.Header(invented.Scope(ChartsInvented.Small, Language.Greek)), StringComparison.Ordinal);
        Assert.DoesNotContain("12μηνο", ReviewSentences.Header(invented.Scope(ChartsInvented.Busy, Language.Greek)), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_hours_are_agreed_the_contract_clock_is_left_out_and_said_so()
    {
        var scope = invented.Scope(ChartsInvented.Uncontracted, Language.Greek);

        Assert.Single(TwoClocks.Of(scope).Keys);
        Assert.Contains("Χωρίς χρόνο σύμβασης", ReviewSentences.TwoClocks(scope), StringComparison.Ordinal);
        Assert.Contains("Χωρίς χρόνο σύμβασης", ResponseLadder.Of(scope).Reading, StringComparison.Ordinal);
        Assert.All(ReviewCharts.All, c => Assert.DoesNotContain("μη μετρήσιμο", c.Draw(scope).Title, StringComparison.Ordinal));
    }

    [Fact]
    public void Hours_of_the_wall_never_stand_before_the_clients_own_open_hours()
    {
        var known = invented.Scope(ChartsInvented.Busy, Language.English);
        Assert.Matches(@"^\d+ hours of waiting for a first response with your office open \(\d+ tickets\); by the clock on the wall ", ReviewSentences.TwoClocks(known));
        Assert.StartsWith("With its office open the client waited ", TwoClocks.Of(known).Title, StringComparison.Ordinal);
        Assert.Equal(3, TwoClocks.Of(known).Keys.Count);

        var unknown = invented.Scope(ChartsInvented.Small, Language.English);
        Assert.StartsWith("On the contract clock ", ReviewSentences.TwoClocks(unknown), StringComparison.Ordinal);
        Assert.Contains("is not measurable: your opening hours are not on record", ReviewSentences.TwoClocks(unknown), StringComparison.Ordinal);
        Assert.StartsWith("The contract counts ", TwoClocks.Of(unknown).Title, StringComparison.Ordinal);
    }
}
