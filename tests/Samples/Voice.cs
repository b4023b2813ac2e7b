using System.Text;

namespace Insights.Samples;

/// <summary>How the people of one client write: greetings, urgency, capitals without accents, typing errors.</summary>
internal sealed class Voice(Dice dice, Client client)
{
    private const string Accented = "άέήίόύώϊϋΐΰΆΈΉΊΌΎΏ";
    private const string Plain = "αεηιουωιυιυΑΕΗΙΟΥΩ";

    /// <summary>Subject and body of a request. A failure that comes back takes the next variant, so the words differ each time.</summary>
    /// <returns>Phrasing: which of the topic's phrases in the person's language, from 0.</returns>
    public (string Subject, string Body, int Phrasing) Request(string topic, Person person, Asset? asset, int priority, int variant, long at)
    {
        var language = person.Language;
        var words = Words(person, asset, topic);
        var pairs = Phrases.Pairs($"{topic} {language}");
        var (pair, round) = (pairs[variant % pairs.Count], variant / pairs.Count);
        var subject = Phrases.Fill(pair.First[round % pair.First.Length], words);
        var said = Phrases.Fill(pair.Second[round % pair.Second.Length], words);
        if (person == Provider.Monitoring)
            return (subject, said, variant % pairs.Count);
        var urgent = priority == 1 && dice.Chance(0.8) || priority == 2 && dice.Chance(0.25) ? Any($"urgent {language}") : "";
        var opening = dice.Chance(0.7) ? Any($"greeting {language}") : "";
        var closing = dice.Chance(0.6) ? Phrases.Fill(Any($"signoff {language}"), words) : "";
        if (opening.Length == 0 || language == "en")
            said = char.ToUpperInvariant(said[0]) + said[1..];
        string[] parts = [opening, $"{said} {urgent}".Trim(), closing];
        var body = string.Join(language == "gl" ? ' ' : '\n', parts.Where(t => t.Length > 0));
        return (Roughen(subject, language, 0.08), Roughen(ByHour(body, at), language, 0.03), variant % pairs.Count);
    }

    /// <summary>A short message of the conversation, such as a chaser or thanks.</summary>
    public string Short(string kind, Person person) =>
        Roughen(Phrases.Fill(Any($"{kind} {person.Language}"), Words(person, null, "")), person.Language, 0.05);

    /// <summary>A question an agent asks, and what comes back.</summary>
    public (string Question, string Answer) Exchange(Person person)
    {
        var pair = dice.Pick(Phrases.Pairs($"ask {person.Language}"));
        return (dice.Pick(pair.First), Roughen(dice.Pick(pair.Second), person.Language, 0.03));
    }

    /// <summary>What an agent writes back.</summary>
    public string Reply(string kind, Person person, Agent agent, long at) =>
        ByHour(Phrases.Fill(Any($"{kind} {person.Language}"), new Words(Agent: agent.Name)), at);

    /// <summary>What an agent says was done; to English writers only that it is done.</summary>
    public string Resolution(Failure kind, Person person, Agent agent, long at) =>
        person.Language != "en" && Phrases.Has($"fixed {kind.Name}") && dice.Chance(0.5)
            ? Any($"fixed {kind.Name}")
            : Reply(kind.IsIncident ? "resolution" : "fulfilled", person, agent, at);

    private Words Words(Person person, Asset? asset, string topic)
    {
        var column = person.Language == "el" ? 0 : person.Language == "gl" ? 1 : 2;
        var place = (asset?.Place ?? dice.Pick(client.Places))[column];
        var codes = Phrases.Has($"code {topic}") ? $"code {topic}" : "code";
        return new Words(
            place, asset?.Tag ?? "PC", Colleague(person), Any(codes), $"{dice.Between(2, 8)}", person.FirstName(person.Language));
    }

    // Nobody says good morning in the evening.
    private static string ByHour(string text, long at) => Timeline.SecondOfDay(at) < 14 * Timeline.Hour ? text : text
        .Replace("Καλημέρα", "Καλησπέρα", StringComparison.Ordinal).Replace("καλημέρα", "καλησπέρα", StringComparison.Ordinal)
        .Replace("kalhmera", "kalhspera", StringComparison.Ordinal).Replace("kalimera", "kalispera", StringComparison.Ordinal)
        .Replace("Good morning", "Good afternoon", StringComparison.Ordinal);

    // The phrases use the name in the feminine nominative and accusative, which are the same word.
    private string Colleague(Person person)
    {
        var women = client.People.Where(p => p != person && p.Greek.Split(' ')[0][^1] is 'α' or 'ή' or 'η').ToList();
        return women.Count == 0 ? person.Language == "el" ? "Μαρία" : "Maria" : dice.Pick(women).FirstName(person.Language);
    }

    private string Any(string section) => dice.Pick(Phrases.Of(section));

    private string Roughen(string text, string language, double shouting)
    {
        var roll = dice.Unit();
        if (roll < (language == "en" ? shouting / 3 : shouting))
            return WithoutAccents(text).ToUpperInvariant();
        if (language == "el" && roll < shouting + 0.1)
            return WithoutAccents(text);
        if (roll < shouting + 0.16)
            return WithTypo(text);
        return language == "en" && roll < shouting + 0.25 ? text.ToLowerInvariant() : text;
    }

    private static string WithoutAccents(string text)
    {
        var plain = new StringBuilder(text);
        for (var i = 0; i < plain.Length; i++)
        {
            var found = Accented.IndexOf(plain[i], StringComparison.Ordinal);
            if (found >= 0)
                plain[i] = Plain[found];
        }

        return plain.ToString();
    }

    // Two neighbouring letters swapped, or one struck twice.
    private string WithTypo(string text)
    {
        var at = dice.Between(1, Math.Max(1, text.Length - 3));
        if (at + 1 >= text.Length || !char.IsLower(text[at]) || !char.IsLower(text[at + 1]))
            return text;
        return dice.Chance(0.6) ? text[..at] + text[at + 1] + text[at] + text[(at + 2)..] : text[..at] + text[at] + text[at..];
    }
}
