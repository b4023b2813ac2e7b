using System.Diagnostics;
using Insights.Ingest.Mapping;

namespace Insights.Ingest.Tests;

/// <summary>What a person wrote is told from what tools and mail programs put around it.</summary>
public sealed class MessageTextTests
{
    [Theory]
    [InlineData("<p>Καλημέρα,</p><p>δεν τυπώνει&nbsp;ο <b>εκτυπωτής</b></p>", "Καλημέρα,\n\nδεν τυπώνει ο εκτυπωτής")]
    [InlineData("Line one<br>Line two<br/>Line three", "Line one\nLine two\nLine three")]
    [InlineData("&lt;p&gt;Encoded &amp;amp; sent&lt;/p&gt;", "Encoded & sent")]
    [InlineData("<div>a</div>\r\n<script>alert('x')</script><style>p { color: red }</style><div>b</div>", "a\n\nb")]
    [InlineData("<!-- a > b --><p>seen</p>", "seen")]
    [InlineData("<p onclick=\"alert(1)\">click</p>", "click")]
    [InlineData("<P>upper</P>", "upper")]
    [InlineData("<p>3 < 4 and 5 > 4</p>", "3 < 4 and 5 > 4")]
    [InlineData("<p>open", "open")]
    [InlineData("<script>never closed", "")]
    public void Html_becomes_plain_text(string html, string text) => Assert.Equal(text, MessageText.Plain(html));

    [Theory]
    [InlineData("if a < b and c > d")]
    [InlineData("write to <maria@example.gr> please")]
    [InlineData("  two  spaces\n\n\nand lines ")]
    [InlineData("<Enter> the office")]
    [InlineData("R&D &amp; more")]
    [InlineData("")]
    public void What_is_no_html_stays_as_it_is(string text) => Assert.Equal(text, MessageText.Plain(text));

    [Theory]
    [InlineData("It works now.\n\nOn Tue, 1 Jul 2025 at 9:00, Maria <maria@example.gr> wrote:\n> It does not print.\n> Maria", "It works now.")]
    [InlineData("Εντάξει.\n\nΣτις Τρί, 1 Ιουλ 2025 στις 9:00 π.μ., ο χρήστης Μαρία\n<maria@example.gr> έγραψε:\n\n> Δεν τυπώνει", "Εντάξει.")]
    [InlineData("Danke!\n\nAm 01.07.2025 um 09:00 schrieb Maria:\n> Druckt nicht", "Danke!")]
    [InlineData("Gracias\n\nEl mar, 1 jul 2025 a las 9:00, María escribió:\n> No imprime", "Gracias")]
    [InlineData("Done\n\n-----Original Message-----\nFrom: Maria\nIt does not print", "Done")]
    [InlineData("Έγινε\n\n-----Αρχικό μήνυμα-----\nΑπό: Μαρία\nΔεν τυπώνει", "Έγινε")]
    [InlineData("Done\n\nFrom: Maria <maria@example.gr>\nSent: Tuesday, July 1, 2025 9:00 AM\nTo: Support\nSubject: Printer\n\nIt does not print", "Done")]
    [InlineData("Έγινε\n\nΑπό: Μαρία\nΣτάλθηκε: Τρίτη, 1 Ιουλίου 2025 9:00 πμ\nΠρος: Υποστήριξη\nΘέμα: Εκτυπωτής\n\nΔεν τυπώνει", "Έγινε")]
    [InlineData("> Is it on?\nYes\n> And the paper?\nFull", "Yes\nFull")]
    [InlineData("<div>Done</div><div>On Tue, 1 Jul 2025 Maria wrote:</div><blockquote>Old</blockquote>", "Done")]
    public void Quoted_history_is_cut(string body, string own) => Assert.Equal(own, MessageText.Body(body));

    [Theory]
    [InlineData("From: the shop, we cannot print.\nPlease come.")]
    [InlineData("On Monday at 9 it broke.\nWe wrote to you before.")]
    [InlineData("Please read what he wrote:\nthe printer is on fire")]
    [InlineData("From: Maria\nSent: Tuesday 1 July 2025\nTo: Support\nSubject: Fwd\n\nforwarded words")]
    public void What_is_no_history_stays(string body) => Assert.Equal(body, MessageText.Body(body));

    [Theory]
    [InlineData("<", 200_000)]
    [InlineData("<p ", 200_000)]
    [InlineData("<p> <p ", 100_000)]
    [InlineData("<script>", 50_000)]
    [InlineData("<!--", 100_000)]
    [InlineData("On 1 ", 100_000)]
    [InlineData("On 1\n", 100_000)]
    [InlineData("From: x\n", 50_000)]
    [InlineData("&lt;p&gt;", 50_000)]
    [InlineData(">>>> \n", 50_000)]
    public void Hostile_text_takes_no_longer_than_its_length(string piece, int times)
    {
        var text = "<p>" + string.Concat(Enumerable.Repeat(piece, times));
        var watch = Stopwatch.StartNew();
        MessageText.Body(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{piece} took {watch.Elapsed}");
    }
}
