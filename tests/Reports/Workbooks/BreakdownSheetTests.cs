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
    public void A_priority_has_how_many_the_median_the_ninth_of_ten_and_the_medians_interval_of_both_promises_on_both_clocks()
    {
        using var times = new InventedMarts("""
            update marts.times_by set ticket_count = 70 + b.place, median_seconds = 2400 + b.place, p90_seconds = 54000, median_low = 1800, median_high = 3600 * (24 + b.place)
            from (values ('response', 'contract', 1), ('response', 'client', 2), ('resolve', 'contract', 3), ('resolve', 'client', 4)) as b(promise_kind, clock, place)
            where times_by.promise_kind = b.promise_kind and times_by.clock = b.clock and value = '1'
            """);
        using var workbook = WrittenReview.Of(times.Marts, InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("By team, channel, hour");
        var row = WrittenReview.RowOf(sheet, "1 · urgent");
        foreach (var (column, place) in new[] { ("B", 1), ("F", 2), ("J", 3), ("N", 4) })
        {
            var cell = sheet.Cell(row, column);
            Assert.Equal(70 + place, WrittenReview.Number(cell));
            Assert.Equal((2400 + place) / 86400.0, WrittenReview.Days(cell.CellRight()), 9);
            Assert.Equal(54000 / 86400.0, WrittenReview.Days(cell.CellRight(2)), 9);
            Assert.Equal($"0:30–{24 + place}:00†", cell.CellRight(3).GetString());
        }
    }

    [Theory]
    [InlineData("en", "Times by priority", "1 · urgent,2 · high,Not stated", "Times by kind: failures, requests", "Failure,Service request,Change")]
    [InlineData("el", "Χρόνοι ανά προτεραιότητα", "1 · επείγον,2 · υψηλή,Δεν αναφέρεται", "Χρόνοι ανά είδος: βλάβες, αιτήματα εξυπηρέτησης", "Βλάβη,Αίτημα εξυπηρέτησης,Αλλαγή")]
    public void Priorities_stand_in_their_order_and_kinds_by_how_many_with_what_is_not_stated_last_also_where_nothing_is_promised(
        string language, string priorities, string labels, string kinds, string kindLabels)
    {
        using var workbook = WrittenReview.Of(invented.Marts, InventedTickets.Unpromised, language);
        var sheet = workbook.Worksheets.Single(s => s.Column(1).CellsUsed().Any(c => c.GetString() == priorities));
        Assert.Equal(labels.Split(','), Labels(sheet, priorities, 3));
        Assert.Equal(kindLabels.Split(','), Labels(sheet, kinds, 3));

        static IEnumerable<string> Labels(ClosedXML.Excel.IXLWorksheet sheet, string title, int count) =>
            Enumerable.Range(WrittenReview.RowOf(sheet, title) + 3, count).Select(row => sheet.Cell(row, 1).GetString());
    }

    [Fact]
    public void Of_few_tickets_no_time_is_given_and_dots_where_half_are_not_done()
    {
        using var workbook = WrittenReview.Of(invented.Marts, InventedTickets.Unpromised, "en");
        var sheet = workbook.Worksheet("By team, channel, hour");
        var (few, waiting) = (WrittenReview.RowOf(sheet, "Change"), WrittenReview.RowOf(sheet, "Service request"));
        Assert.Equal((9, 60), (WrittenReview.Number(sheet.Cell(few, "B")), WrittenReview.Number(sheet.Cell(waiting, "B"))));
        Assert.All(new[] { "C", "D", "E" }, column => Assert.True(sheet.Cell(few, column).IsEmpty()));
        Assert.Equal(["…", "…", ""], new[] { "C", "D", "E" }.Select(column => sheet.Cell(waiting, column).GetString()));
    }

    [Fact]
    public void Where_the_export_states_no_kind_the_times_are_not_told_apart_by_it()
    {
        using var unstated = new InventedMarts("update marts.times_by set value = null where dimension = 'kind'");
        using var workbook = WrittenReview.Of(unstated.Marts, InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("By team, channel, hour");
        Assert.Equal("Not measurable from this export: it needs the kind of each ticket.", sheet.Cell(WrittenReview.RowOf(sheet, "Times by kind: failures, requests") + 1, 1).GetString());
    }

    [Fact]
    public void Few_tickets_are_counted_and_no_share_is_given()
    {
        using var workbook = WrittenReview.Of(invented.Marts, InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("By team, channel, hour");
        var row = sheet.Column(1).CellsUsed().Last(c => c.GetString() == "Service request").Address.RowNumber;
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
    public void No_table_is_torn_by_the_end_of_a_page()
    {
        using var workbook = WrittenReview.Of(invented.Marts, InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("By team, channel, hour");
        var breaks = sheet.PageSetup.RowBreaks;
        Assert.NotEmpty(breaks);
        Assert.All(breaks, row => Assert.StartsWith("By ", sheet.Cell(row + 1, 1).GetString(), StringComparison.Ordinal));
        Assert.All(breaks.Prepend(0).Zip(breaks.Append(sheet.LastRowUsed()!.RowNumber())), page => Assert.InRange(page.Second - page.First, 1, 46));
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
