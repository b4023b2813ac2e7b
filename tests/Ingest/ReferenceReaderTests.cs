using System.Globalization;
using ClosedXML.Excel;
using Insights.Analytics;
using Insights.Ingest.Mapping;
using Insights.Ingest.Reference;

namespace Insights.Ingest.Tests;

public sealed class ReferenceReaderTests
{
    [Fact]
    public void The_demo_provider_has_eight_clients_and_a_prospect_and_a_promise_that_changes()
    {
        var data = ReferenceReader.Read(ReferenceFiles.DemoFolder).Data;
        Assert.Equal(9, data.Clients.Count);
        Assert.Equal(12, data.Holidays.Count);
        var changed = data.Promises.Where(row => row is { Client: "Νότος Logistics", Priority: 2, PromiseKind: "response" }).ToList();
        Assert.Equal([4 * 3600L, 2 * 3600L], changed.Select(row => row.Term.Seconds!.Value));
        Assert.Equal(new DateOnly(2025, 12, 31), changed[0].ValidTo);
        Assert.Equal(new DateOnly(2026, 1, 1), changed[1].ValidFrom);
        Assert.DoesNotContain(data.Promises, row => row.Client == "Καφέ Μέλι");
        Assert.Contains(data.Promises, row => row.PromiseKind == "start");
    }

    [Fact]
    public void A_file_saved_again_by_a_greek_excel_means_the_same()
    {
        using var files = ReferenceFiles.Demo();
        foreach (var file in Directory.GetFiles(files.Folder, "*.csv"))
            File.WriteAllText(file, AsGreekExcel(File.ReadAllText(file)), ReferenceFiles.GreekWindows);
        Assert.Equivalent(ReferenceReader.Read(ReferenceFiles.DemoFolder).Data, ReferenceReader.Read(files.Folder).Data, strict: true);
    }

    [Fact]
    public void The_workbook_wins_over_the_csv_file_and_a_notice_says_so()
    {
        using var files = ReferenceFiles.Small();
        using (var book = new XLWorkbook())
        {
            var sheet = book.AddWorksheet("clients");
            Write(sheet, 1, "These are our clients.");
            Write(sheet, 2, "client", "provider", "zone", "users");
            Write(sheet, 3, "Βορράς", "Αίολος", "Europe/Athens");
            sheet.Cell(3, 4).Value = 12;
            book.SaveAs(files.Of("reference.xlsx"));
        }

        var read = ReferenceReader.Read(files.Folder);
        var client = Assert.Single(read.Data.Clients);
        Assert.Equal(("Βορράς", 12, 3), (client.Client, client.Users, client.At.Line));
        Assert.Contains(read.Notices, notice => notice.English.Contains("clients.csv beside it was not read", StringComparison.Ordinal));
    }

    [Fact]
    public void A_workbook_holds_dates_times_and_shares_as_excel_keeps_them()
    {
        using var files = ReferenceFiles.Small();
        using (var book = new XLWorkbook())
        {
            var hours = book.AddWorksheet("calendars");
            Write(hours, 1, "calendar", "zone", "holidays", "valid_from", "kind", "days", "opens", "closes");
            Write(hours, 2, "office", "Europe/Athens", "GR", "", "open", "Mon-Fri");
            hours.Cell(2, 4).Value = new DateTime(2024, 3, 1);
            hours.Cell(2, 7).Value = TimeSpan.FromHours(9);
            hours.Cell(2, 8).Value = 17.5 / 24;
            hours.Cell(2, 8).Style.NumberFormat.Format = "h:mm";
            var promises = book.AddWorksheet("promises");
            Write(promises, 1, "client", "priority", "promise_kind", "promise", "calendar", "target_ratio");
            Write(promises, 2, "Νότος", "", "response", "4h", "office");
            promises.Cell(2, 2).Value = 2;
            promises.Cell(2, 6).Value = 0.95;
            promises.Cell(2, 6).Style.NumberFormat.Format = "0%";
            book.SaveAs(files.Of("reference.xlsx"));
        }

        var data = ReferenceReader.Read(files.Folder).Data;
        var row = Assert.Single(data.Calendars);
        Assert.Equal((new DateOnly(2024, 3, 1), 9 * 3600, (17 * 3600) + 1800), (row.ValidFrom, row.OpensSecond, row.ClosesSecond));
        Assert.Equal((short)2, data.Promises[0].Priority);
        Assert.Equal(0.95, data.Promises[0].TargetRatio);
    }

    [Theory]
    [InlineData("1-Μαϊ", "Mon-Fri")]
    [InlineData("01-May", "Mon-Fri")]
    [InlineData("May-01", "Mon-Fri")]
    [InlineData("1/5/2026", "Mon-Fri")]
    [InlineData("01/05/2026", "Mon-Fri")]
    [InlineData("2026-05-01", "Mon-Fri")]
    [InlineData("46143", "Mon-Fri")]
    [InlineData("1-Ιουν", "Mon-Sat")]
    public void Days_that_a_spreadsheet_turned_into_a_date_are_refused_with_what_to_type(string cell, string meant)
    {
        using var files = ReferenceFiles.Small().With(
            "calendars.csv",
            $"calendar,zone,valid_from,kind,days,opens,closes\noffice,Europe/Athens,2020-01-01,open,{cell},09:00,17:00\n");
        var message = Refused(files);
        Assert.Contains("calendars.csv, line 2, column days", message, StringComparison.Ordinal);
        Assert.Contains($"'{cell}' is a date", message, StringComparison.Ordinal);
        Assert.Contains($"Write {meant}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_that_excel_keeps_as_a_date_in_a_workbook_are_refused_too()
    {
        using var files = ReferenceFiles.Small();
        using (var book = new XLWorkbook())
        {
            var sheet = book.AddWorksheet("calendars");
            Write(sheet, 1, "calendar", "zone", "valid_from", "kind", "days", "opens", "closes");
            Write(sheet, 2, "office", "Europe/Athens", "2020-01-01", "open", "", "09:00", "17:00");
            sheet.Cell(2, 5).Value = new DateTime(2026, 5, 1);
            sheet.Cell(2, 5).Style.NumberFormat.NumberFormatId = 16;
            book.SaveAs(files.Of("reference.xlsx"));
        }

        Assert.Contains(
            "reference.xlsx, sheet calendars, line 2, column days: '1-May' is a date",
            Refused(files), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_wrong_is_listed_in_one_go_with_its_place()
    {
        using var files = ReferenceFiles.Small()
            .With(
                "clients.csv",
                "client,provider,zone,calendar,users\nΝότος,Αίολος,Europe/Athina,ofice,12.5\n"
                + ",Αίολος,Europe/Athens,office,3\n")
            .With("promises.csv", "client,priority,promise_kind,promise,calendar,target_ratio\nΝοτος,9,reponse,soon,office,95\n")
            .With("settings.csv", "setting,value,unit\nrepeat_days,28.800,days\n");
        var message = Refused(files);
        Assert.Contains("needs 10 corrections", message, StringComparison.Ordinal);
        Assert.Contains(
            "clients.csv, line 2, column calendar: there is no calendar 'ofice'. Did you mean 'office'?",
            message, StringComparison.Ordinal);
        Assert.Contains(
            "promises.csv, line 2, column client: there is no client 'Νοτος'. Did you mean 'Νότος'?",
            message, StringComparison.Ordinal);
        Assert.Contains(
            "clients.csv, line 2, column zone: 'Europe/Athina' is not a known time zone. Did you mean 'Europe/Athens'?",
            message, StringComparison.Ordinal);
        Assert.Contains("clients.csv, line 2, column users: '12.5' is not a whole number", message, StringComparison.Ordinal);
        Assert.Contains("clients.csv, line 3, column client: the cell is empty", message, StringComparison.Ordinal);
        Assert.Contains("promises.csv, line 2, column priority: '9' is not a priority", message, StringComparison.Ordinal);
        Assert.Contains(
            "promises.csv, line 2, column promise_kind: 'reponse' is not one of: response, resolve, start",
            message, StringComparison.Ordinal);
        Assert.Contains("promises.csv, line 2, column promise: 'soon' is not a promise", message, StringComparison.Ordinal);
        Assert.Contains("promises.csv, line 2, column target_ratio: '95' is not a share", message, StringComparison.Ordinal);
        Assert.Contains("settings.csv, line 2, column value: '28.800' may be 28800 or 28.8.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_wrong_is_said_in_greek_too()
    {
        using var files = ReferenceFiles.Small().With("settings.csv", "setting,value,unit\nrepeat_days,πολλές,days\n");
        var message = Assert.Throws<SetupException>(() => ReferenceReader.Read(files.Folder)).What.Greek;
        Assert.Contains("settings.csv, γραμμή 2, στήλη value: Το «πολλές» δεν είναι αριθμός", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "client,provider,zone,calender\nΑ,Β,Europe/Athens,office\n",
        "column calender: 'calender' is not a known column of this table. Did you mean 'calendar'?")]
    [InlineData("client,zone\nΑ,Europe/Athens\n", "column provider: the column is missing")]
    [InlineData("client,client,provider,zone\nΑ,Α,Β,Europe/Athens\n", "column client: the column stands twice")]
    [InlineData("client,provider,zone\nΑ,Β,Europe/Athens,extra\n", "the row has 4 cells under 3 headings")]
    [InlineData("client,provider,zone\nΑ,\"Β,Europe/Athens\n", "quotation marks")]
    [InlineData("", "the file is empty")]
    [InlineData("client\0", "the file is not text")]
    public void Headings_and_files_that_are_wrong_are_named(string csv, string said)
    {
        using var files = ReferenceFiles.Small().With("clients.csv", csv);
        Assert.Contains(said, Refused(files), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "client,priority,promise_kind,promise,calendar\nΝότας,1,response,4h,office\n",
        "there is no client 'Νότας'. Did you mean 'Νότος'?")]
    [InlineData(
        "client,priority,promise_kind,promise,calendar\nΖέφυρος,1,response,4h,office\n",
        "there is no client 'Ζέφυρος'. Add its row to clients")]
    [InlineData(
        "client,priority,promise_kind,promise,calendar\nΝότος,1,response,4h,offices\n",
        "there is no calendar 'offices'. Did you mean 'office'?")]
    [InlineData("client,priority,promise_kind,promise\nΝότος,1,response,4h\n", "needs the calendar it runs on")]
    [InlineData(
        "client,priority,promise_kind,promise,clock,calendar\nΝότος,1,response,4h 24x7,contract,office\n",
        "the clock says contract")]
    [InlineData(
        "client,priority,promise_kind,promise,clock\nΝότος,1,response,2 εργάσιμες,client\n",
        "business days run on the contract clock")]
    [InlineData(
        "client,priority,promise_kind,promise,valid_from,valid_to\nΝότος,1,response,4h 24x7,2026-01-01,2025-01-01\n",
        "valid_to is before valid_from")]
    [InlineData(
        "client,priority,promise_kind,promise\nΝότος,1,response,4h 24x7\nΝότος,1,response,2h 24x7\n",
        "line 2 holds for 'Νότος', priority 1, response on the same days")]
    [InlineData(
        "client,priority,promise_kind,promise,valid_from,valid_to\nΝότος,*,resolve,4h 24x7,,2026-01-01\n"
        + "Νότος,*,resolve,2h 24x7,2026-01-01,\n",
        "on the same days")]
    public void Promises_that_do_not_fit_the_rest_are_refused(string csv, string said)
    {
        using var files = ReferenceFiles.Small().With("promises.csv", csv);
        Assert.Contains(said, Refused(files), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("office,Europe/Athens,GRE,2020-01-01,open,Mon-Fri,09:00,17:00", "there is no holiday set 'GRE'. Did you mean 'GR'?")]
    [InlineData(
        "office,Europe/Athens,GR,2020-01-01,open,Mon-Fri,09:00,17:00\noffice,Europe/Rome,GR,2020-01-01,open,Sat,09:00,13:00",
        "differs from 'Europe/Athens' of line 2")]
    [InlineData(
        "office,Europe/Athens,GR,2020-01-01,open,Mon-Fri,09:00,17:00\noffice,Europe/Athens,GR,2020-01-01,break,Sat,13:00,14:00",
        "the break falls in no hours open")]
    [InlineData(
        "office,Europe/Athens,GR,2020-01-01,open,Mon-Fri,09:00,17:00\n"
        + "office,Europe/Athens,GR,2020-01-01,open,Mon-Fri,09:00,17:00",
        "stands on line 2 already")]
    [InlineData("office,Europe/Athens,GR,2020-01-01,open,24x7,09:00,17:00", "24x7 has no hours of its own")]
    [InlineData("office,Europe/Athens,GR,2020-01-01,open,Mon-Fri,9.00,17:00", "'9.00' is not a time of day")]
    [InlineData("office,Europe/Athens,GR,2020-01-01,open,Mon-Fri,,", "column opens: the cell is empty")]
    [InlineData("office,Europe/Athens,GR,1/5/26,open,Mon-Fri,09:00,17:00", "'1/5/26' is not a date")]
    public void Calendars_that_cannot_be_meant_are_refused(string rows, string said)
    {
        using var files = ReferenceFiles.Small().With(
            "calendars.csv", "calendar,zone,holidays,valid_from,kind,days,opens,closes\n" + rows + "\n");
        Assert.Contains(said, Refused(files), StringComparison.Ordinal);
    }

    [Fact]
    public void A_night_shift_runs_into_the_next_day_and_a_suspiciously_long_one_is_noticed()
    {
        using var files = ReferenceFiles.Small().With(
            "calendars.csv",
            "calendar,zone,valid_from,kind,days,opens,closes\nnight,Europe/Athens,2020-01-01,open,daily,22:00,06:00\n"
            + "swapped,Europe/Athens,2020-01-01,open,Δευ-Παρ,17:00,09:00\noffice,Europe/Athens,2020-01-01,open,Δευ-Παρ,09:00,24:00\n");
        var read = ReferenceReader.Read(files.Folder);
        Assert.Equal([108_000, 118_800, 86_400], read.Data.Calendars.Select(row => row.ClosesSecond));
        var notice = Assert.Single(read.Notices, notice => !notice.English.StartsWith("settings", StringComparison.Ordinal));
        Assert.Contains("'swapped' closes at or before it opens, so it runs 16 hours", notice.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("daily,00:00,23:59", 0, 86_400, "23:59")]
    [InlineData("Mon-Fri,18:00,23:59:59", 64_800, 86_400, "23:59:59")]
    [InlineData("24x7,00:00,23:59", 0, 86_400, "23:59")]
    [InlineData("daily,00:00,24:00", 0, 86_400, null)]
    [InlineData("daily,09:00,23:58", 32_400, 86_280, null)]
    public void Closing_in_the_last_minute_of_the_day_is_read_as_the_end_of_the_day_and_said(string hours, int opens, int closes, string? noticed)
    {
        using var files = ReferenceFiles.Small().With(
            "calendars.csv", $"calendar,zone,valid_from,kind,days,opens,closes\noffice,Europe/Athens,2020-01-01,open,{hours}\n");
        var read = ReferenceReader.Read(files.Folder);
        var row = Assert.Single(read.Data.Calendars);
        Assert.Equal((opens, closes), (row.OpensSecond, row.ClosesSecond));
        var notices = read.Notices.Where(notice => notice.English.Contains("calendars.csv", StringComparison.Ordinal)).ToList();
        Assert.Equal(noticed is null ? 0 : 1, notices.Count);
        Assert.All(notices, notice => Assert.Contains($"line 2: closes {noticed} is read as 24:00", notice.English, StringComparison.Ordinal));
        Assert.All(notices, notice => Assert.Contains($"γραμμή 2: το closes {noticed} διαβάζεται ως 24:00", notice.Greek, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("notos.example, gmail.com", "'gmail.com' is free mail")]
    [InlineData("info@notos.example", "'info@notos.example' is not a mail domain")]
    [InlineData("other.example", "already a domain of 'Α'")]
    public void A_mail_domain_belongs_to_one_client_and_free_mail_to_none(string domains, string said)
    {
        using var files = ReferenceFiles.Small().With(
            "clients.csv",
            $"client,provider,zone,mail_domains\nΑ,Π,Europe/Athens,other.example\nΝότος,Π,Europe/Athens,\"{domains}\"\n");
        Assert.Contains(said, Refused(files), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_of_ten_megabytes_is_refused_without_repeating_it()
    {
        using var files = ReferenceFiles.Small().With(
            "clients.csv", $"client,provider,zone\nΝότος,Αίολος,Europe/Athens\n{new string('x', 10_000_000)},Α,Europe/Athens\n").With(
            "aliases.csv", $"source,name,client\n*,Α,{new string('x', 10_000_000)}\n");
        var message = Refused(files);
        Assert.Contains("clients.csv, line 3: a cell holds more than", message, StringComparison.Ordinal);
        Assert.True(message.Length < 2_000);
    }

    [Fact]
    public void A_folder_without_reference_data_is_a_wrong_set_up()
    {
        using var files = ReferenceFiles.Empty();
        Assert.Contains("holds no reference data", Refused(files), StringComparison.Ordinal);
        Assert.Contains(
            "There is no folder",
            Assert.Throws<SetupException>(() => ReferenceReader.Read(files.Of("nowhere"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_that_is_none_is_a_wrong_set_up()
    {
        using var files = ReferenceFiles.Empty().With("reference.xlsx", "client,provider\n");
        Assert.Contains("is not an Excel workbook", Refused(files), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_and_holidays_a_person_does_not_state_are_the_programs_own_and_a_notice_says_so()
    {
        using var files = ReferenceFiles.Small().With("settings.csv", "value,setting,unit\n45,repeat_days,days\n");
        File.Delete(files.Of("holidays.csv"));
        var read = ReferenceReader.Read(files.Folder);
        Assert.Equal(45, Assert.Single(read.Data.Settings, row => row.Setting == "repeat_days").Value);
        Assert.Equal(10, Assert.Single(read.Data.Settings, row => row.Setting == "minimum_n").Value);
        Assert.Equal(12, read.Data.Holidays.Count);
        Assert.Contains(
            read.Notices, notice => notice.English.StartsWith("holidays: GR as they come with the program", StringComparison.Ordinal));
        Assert.Contains(read.Notices, notice => notice.English.StartsWith("settings: episode_grace_hours", StringComparison.Ordinal));
    }

    [Fact]
    public void The_demo_folder_states_everything_itself() => Assert.Empty(ReferenceReader.Read(ReferenceFiles.DemoFolder).Notices);

    [Theory]
    [InlineData("repeat_day,30,days", "'repeat_day' is not a known setting. Did you mean 'repeat_days'?")]
    [InlineData("repeat_days,30,hours", "repeat_days is stated in days, not in hours")]
    public void A_setting_nobody_reads_or_in_another_unit_is_refused(string row, string said)
    {
        using var files = ReferenceFiles.Small().With("settings.csv", $"setting,value,unit\n{row}\n");
        Assert.Contains(said, Refused(files), StringComparison.Ordinal);
    }

    [Fact]
    public void A_ladder_of_ones_own_replaces_the_programs_as_a_whole()
    {
        using var files = ReferenceFiles.Small().With("settings.csv", "setting,value,unit\nladder_1,900,seconds\nladder_9,3600,seconds\n");
        var ladder = ReferenceReader.Read(files.Folder).Data.Settings
            .Where(row => row.Setting.StartsWith("ladder", StringComparison.Ordinal));
        Assert.Equal([900, 3600], ladder.Select(row => row.Value));
    }

    [Fact]
    public void Business_days_and_the_clock_column_reach_the_promise()
    {
        using var files = ReferenceFiles.Small().With(
            "promises.csv",
            "client,priority,promise_kind,promise,clock,calendar\nΝότος,1,ανταπόκριση,1h,πελάτη,\n"
            + "Νότος,4,response,επόμενη εργάσιμη έως 14:00,,office\n");
        var promises = ReferenceReader.Read(files.Folder).Data.Promises;
        Assert.Equal(PromiseClock.Client, promises[0].Clock);
        Assert.Equal(
            (1, 14 * 3600, PromiseClock.Contract),
            (promises[1].Term.BusinessDays, promises[1].Term.UntilSecond, promises[1].Clock));
    }

    private static string Refused(ReferenceFiles files) => Assert.Throws<SetupException>(() => ReferenceReader.Read(files.Folder)).Message;

    private static void Write(IXLWorksheet sheet, int row, params string[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
            sheet.Cell(row, i + 1).SetValue(cells[i]);
    }

    /// <summary>Semicolons, decimal commas, day/month/year; a cell with a comma needs no quotation marks any more.</summary>
    private static string AsGreekExcel(string csv)
    {
        using var reader = CsvHelper.CsvReader.FromText(csv, new CsvHelper.CsvReaderOptions { Separator = ',', HasHeader = false });
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(string.Join(';', Enumerable.Range(0, reader.FieldCount).Select(i => AsGreekExcelCell(reader.GetString(i)))));
        return string.Join("\r\n", lines) + "\r\n";
    }

    private static string AsGreekExcelCell(string cell) =>
        DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString("d/M/yyyy", CultureInfo.InvariantCulture)
            : cell.StartsWith("0.", StringComparison.Ordinal) ? cell.Replace('.', ',')
            : cell.Contains(';', StringComparison.Ordinal) ? $"\"{cell}\"" : cell;
}
