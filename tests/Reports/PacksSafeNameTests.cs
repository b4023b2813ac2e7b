using Insights.Reports.Packs;

namespace Insights.Reports.Tests;

public sealed class PacksSafeNameTests
{
    private static readonly string[] Hostile =
    [
        "../../x", "..", ".", "/etc/passwd", @"C:\Windows\x", "CON", "con", "nul.txt", "LPT1", "", "   ", "a/b", "a b", "a\\b", "a:b",
        "ACME", "Acme", "acme.", "acme ",
        "=1+1", "x\0y", "x\ny", new string('α', 300), new string('α', 301), "🦊", "🦉", "\uD800", "Αφοί Παπαδόπουλοι Α.Ε.", "Müller & Söhne",
        "..\\..\\y", "%2e%2e%2f", "~", "-rf",
    ];

    [Fact]
    public void A_hostile_name_stays_one_folder_below_the_output_folder()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetTempPath(), "out"));
        Assert.All(SafeName.ForAll(Hostile).Values, name =>
        {
            Assert.Equal(root, Path.GetDirectoryName(Path.GetFullPath(Path.Combine(root, name))));
            Assert.DoesNotContain(name, c => c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' || char.IsControl(c));
            Assert.False(name.StartsWith('.') || name.EndsWith('.') || name.StartsWith(' ') || name.EndsWith(' ') || name.StartsWith('-'),
                name);
            Assert.InRange(name.EnumerateRunes().Count(), 1, 70);
        });
    }

    [Fact]
    public void Different_clients_never_share_a_folder_even_where_case_does_not_matter()
    {
        var names = SafeName.ForAll(Hostile);

        Assert.Equal(Hostile.Length, names.Count);
        Assert.Equal(names.Count, names.Values.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void A_folder_depends_on_the_clients_and_not_on_their_order() =>
        Assert.Equal(SafeName.ForAll(Hostile).OrderBy(p => p.Key, StringComparer.Ordinal),
            SafeName.ForAll(Hostile.Reverse()).OrderBy(p => p.Key, StringComparer.Ordinal));

    [Theory]
    [InlineData("Αφοί Παπαδόπουλοι Α.Ε.", "Αφοί Παπαδόπουλοι Α.Ε")]
    [InlineData("Ιατρείο Νίκα", "Ιατρείο Νίκα")]
    [InlineData("../../x", "x")]
    [InlineData("CON", "_CON")]
    [InlineData("nul.txt", "_nul.txt")]
    [InlineData("Müller & Söhne", "Müller & Söhne")]
    public void A_name_keeps_what_can_be_kept(string client, string folder) => Assert.Equal(folder, SafeName.ForAll([client])[client]);
}
