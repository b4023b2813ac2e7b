namespace Insights.Reports.Tests.Workbooks;

public sealed class BreakdownSheetTests(InventedMarts invented) : IClassFixture<InventedMarts>
{
    [Theory]
    [InlineData("response", "contract", "B")]
    [InlineData("response", "client", "F")]
    [InlineData("resolve", "contract", "J")]
    [InlineData("resolve", "client", "N")]
    public void A_technician_has_counts_share_and_interval_on_both_clocks(string kind, string clock, string column)
    {
        using var workbook = WrittenReview.Of(invented.Marts, InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("By team, channel, hour");
        var row = WrittenReview.RowOf(sheet, "Τάσος");
        var kept = invented.Marts.Rows("attainment_by", InventedTickets.Judged, InventedTickets.Month)
            .Single(r => r.Text("span") == "trailing" && r.Text("dimension") == "agent" && r.Text("value") == "Τάσος" && r.Text("promise_kind") == kind && r.Text("clock") == clock);
        var met = sheet.Cell(row, column);
        Assert.Equal(kept.Whole("met_count"), (long)WrittenReview.Number(met));
        Assert.Equal(kept.Whole("met_count") + kept.Whole("breached_count"), (long)WrittenReview.Number(met.CellRight()));
        Assert.Equal(kept.Number("attained_ratio")!.Value, WrittenReview.Number(met.CellRight(2)), 9);
        Assert.Equal("70–90%†", met.CellRight(3).GetString());
    }

    [Fact]
    public void Few_tickets_are_counted_and_no_share_is_given()
    {
        using var workbook = WrittenReview.Of(invented.Marts, InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("By team, channel, hour");
        var row = WrittenReview.RowOf(sheet, "Service request");
        Assert.InRange(WrittenReview.Number(sheet.Cell(row, "C")), 1, 9);
        Assert.True(sheet.Cell(row, "D").IsEmpty());
        Assert.True(sheet.Cell(row, "E").IsEmpty());
    }

    [Fact]
    public void Hours_stand_in_their_order_and_long_lists_say_how_many_more_there_are()
    {
        using var workbook = WrittenReview.Of(invented.Marts, InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("By team, channel, hour");
        Assert.True(WrittenReview.RowOf(sheet, "09:00–09:59") < WrittenReview.RowOf(sheet, "13:00–13:59"));
        WrittenReview.RowOf(sheet, "And 3 more with fewer tickets: the tickets sheet tells them apart.");
        Assert.DoesNotContain(sheet.Column(1).CellsUsed(), c => c.HasFormula);
    }

    [Fact]
    public void What_the_export_does_not_state_is_not_broken_down()
    {
        using var workbook = WrittenReview.Of(invented.Marts, InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("By team, channel, hour");
        Assert.Equal("Not measurable from this export: it needs the team of each ticket.", sheet.Cell(WrittenReview.RowOf(sheet, "By team") + 1, 1).GetString());
        Assert.Equal("Not measurable from this export: it needs the channel of each ticket.", sheet.Cell(WrittenReview.RowOf(sheet, "By channel") + 1, 1).GetString());
    }

    [Theory]
    [InlineData("en", "Telephone")]
    [InlineData("el", "Τηλέφωνο")]
    public void A_channel_we_know_is_put_into_words_and_another_is_shown_as_written(string language, string phone)
    {
        using var channels = new InventedMarts("update marts.attainment_by set dimension = 'channel', value = if(value is null, 'Fax', 'phone') where dimension = 'agent'");
        using var workbook = WrittenReview.Of(channels.Marts, InventedTickets.Judged, language);
        var said = workbook.Worksheets.SelectMany(s => s.Column(1).CellsUsed()).Select(c => c.GetString()).ToList();
        Assert.Contains(phone, said);
        Assert.Contains("Fax", said);
    }

    [Fact]
    public void That_nothing_is_promised_is_said_once()
    {
        using var workbook = WrittenReview.Of(invented.Marts, InventedTickets.Unpromised, "en");
        var sheet = workbook.Worksheet("By team, channel, hour");
        Assert.Single(sheet.CellsUsed(), c => c.GetString() == Style.Language.Of("en").Say("delivered.unpromised"));
        Assert.DoesNotContain(sheet.CellsUsed(), c => c.GetString() == "By channel");
    }
}
