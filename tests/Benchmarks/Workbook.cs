using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Insights.Analytics;
using Insights.Ingest.Loading;
using Insights.Ingest.Profiles;

namespace Insights.Benchmarks;

/// <summary>The same tickets as an Excel workbook and as CSV, loaded: a workbook is streamed, so its memory does not grow with its rows alone.</summary>
internal static class WorkbookBenchmark
{
    private const string Header =
        "Ticket ID,Subject,Status,Priority,Source,Type,Agent,Group,Company Name,Created time,Initial response time,Resolved time,Closed time,Last update time";

    private const int Dates = 9;

    public static int Run(string[] args)
    {
        var tickets = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        var folder = Directory.CreateTempSubdirectory("insights-workbook-").FullName;
        try
        {
            var (csv, book) = (Path.Combine(folder, "tickets.csv"), Path.Combine(folder, "tickets.xlsx"));
            WriteCsv(csv, tickets);
            WriteWorkbook(book, tickets);
            var text = Measure(folder, csv, tickets);
            var sheet = Measure(folder, book, tickets);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the workbook costs {sheet / text:0.0} times the processor time of the CSV"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Measure(string folder, string file, int tickets)
    {
        PeakMemory.Reset();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        using (var warehouse = Warehouse.OpenForWriting(Path.Combine(folder, Path.GetFileName(file) + ".duckdb")))
        {
            var result = new ExportLoader(warehouse, TimeProvider.System).Load(
                new LoadRequest { File = file, Profile = KnownProfiles.Find("freshdesk"), Source = "bench", Provider = "Provider" });
            if (result.NewCount != tickets)
                throw new InvalidOperationException($"{result.NewCount} of {tickets} tickets were loaded.");
        }
        var seconds = clock.Elapsed.TotalSeconds;
        var processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Path.GetFileName(file)}, {tickets} tickets, {new FileInfo(file).Length / 1e6:0} MB: {seconds:0.0} s, {tickets / seconds:0} rows/s, processor {processor:0.0} s, peak memory {PeakMemory.Megabytes():0} MB"));
        return processor;
    }

    private static void WriteCsv(string file, int tickets)
    {
        using var text = new StreamWriter(file, append: false, new UTF8Encoding(false), 1 << 16);
        text.Write(Header + "\n");
        for (var i = 0; i < tickets; i++)
            text.Write(string.Join(',', Cells(i)) + "," + string.Join(',', Times(i).Select(t => t.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))) + "\n");
    }

    private static string[] Cells(int i) =>
        [$"{i + 1}", $"The printer of office {i} does not print", i % 9 == 0 ? "Open" : "Closed", "Medium", "Email", "Incident", $"Agent {i % 20}", "Helpdesk", $"Client {i % 40}"];

    private static DateTime[] Times(int i)
    {
        var created = new DateTime(2020, 1, 1, 8, 0, 0, DateTimeKind.Utc).AddSeconds(i * 150L);
        return [created, created.AddMinutes(20), created.AddHours(3), created.AddHours(30), created.AddHours(30)];
    }

    /// <summary>As Excel writes one: texts shared, dates as numbers with a style.</summary>
    private static void WriteWorkbook(string file, int tickets)
    {
        using var zip = ZipFile.Open(file, ZipArchiveMode.Create);
        Part(zip, "[Content_Types].xml", w => w.Write("""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>"""));
        Part(zip, "_rels/.rels", w => w.Write("""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""));
        Part(zip, "xl/workbook.xml", w => w.Write("""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Tickets" sheetId="1" r:id="rId1"/></sheets></workbook>"""));
        Part(zip, "xl/_rels/workbook.xml.rels", w => w.Write("""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""));
        Part(zip, "xl/styles.xml", w => w.Write("""<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>"""));
        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        Part(zip, "xl/worksheets/sheet1.xml", w => Sheet(w, tickets, texts));
        Part(zip, "xl/sharedStrings.xml", w =>
        {
            w.Write($"""<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="{texts.Count}">""");
            foreach (var text in texts.Keys)
                w.Write($"<si><t>{text}</t></si>");
            w.Write("</sst>");
        });
    }

    private static void Sheet(StreamWriter w, int tickets, Dictionary<string, int> texts)
    {
        w.Write("""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">""");
        foreach (var name in Header.Split(','))
            w.Write(Text(name, texts));
        w.Write("</row>");
        for (var i = 0; i < tickets; i++)
        {
            w.Write($"<row r=\"{i + 2}\"><c><v>{i + 1}</v></c>");
            foreach (var cell in Cells(i).Skip(1).Take(Dates - 1))
                w.Write(Text(cell, texts));
            foreach (var time in Times(i))
                w.Write(string.Create(CultureInfo.InvariantCulture, $"<c s=\"1\"><v>{time.ToOADate():R}</v></c>"));
            w.Write("</row>");
        }
        w.Write("</sheetData></worksheet>");
    }

    private static string Text(string text, Dictionary<string, int> texts)
    {
        if (!texts.TryGetValue(text, out var index))
            texts[text] = index = texts.Count;
        return $"<c t=\"s\"><v>{index}</v></c>";
    }

    private static void Part(ZipArchive zip, string name, Action<StreamWriter> write)
    {
        using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        using var writer = new StreamWriter(part, new UTF8Encoding(false), 1 << 16);
        write(writer);
    }
}
