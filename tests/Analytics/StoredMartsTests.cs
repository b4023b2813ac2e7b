namespace Insights.Analytics.Tests;

public sealed class StoredMartsTests
{
    [Fact]
    public void Stored_marts_have_the_columns_and_rows_of_the_marts_for_every_client_and_are_gone_afterwards()
    {
        using var given = new GivenWarehouse().Client("Alpha").Client("Beta").Source("desk", "2026-03-10 12:00:00").Promise("Alpha", "response", null, 3600);
        for (var i = 0; i < 30; i++)
            given.Ticket("desk", $"{i}", i % 2 == 0 ? "Alpha" : "Beta", $"2026-0{(i % 3) + 1}-05 08:00:00", "subject = 'Printer'; asset = 'P1'; agent = 'Nikos'; responded_at = '2026-03-05 09:00:00'");
        given.RefreshAll();
        var marts = new Marts(given.Warehouse);
        string file;
        using (var stored = new StoredMarts(given.Warehouse))
        using (var opened = stored.Open())
        {
            file = opened.File;
            var again = new Marts(opened);
            foreach (var mart in Marts.Names)
            {
                Assert.Equal(marts.Columns(mart), again.Columns(mart));
                foreach (var client in marts.Columns(mart).Any(c => c.Name == "client") ? (string?[])["Alpha", "Beta", null] : [null])
                    Assert.Equal(Rows(marts, mart, client), Rows(again, mart, client));
            }

            Assert.NotEmpty(again.Rows("tickets", "Alpha"));
        }

        Assert.False(File.Exists(file));
    }

    private static List<string> Rows(Marts marts, string mart, string? client)
    {
        var columns = marts.Columns(mart);
        return [.. marts.Rows(mart, client).Select(r => string.Join('|', columns.Select(c => Convert.ToString(r[c.Name] is System.Collections.IEnumerable and not string ? "list" : r[c.Name], System.Globalization.CultureInfo.InvariantCulture))))];
    }
}
