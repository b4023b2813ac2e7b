using static Insights.Samples.Timeline;

namespace Insights.Samples;

/// <summary>One client's tickets while they are being invented.</summary>
internal sealed class Scene
{
    private readonly Lifecycle _lifecycle;

    public Scene(Client client, Dice dice)
    {
        Client = client;
        Dice = dice;
        Voice = new Voice(dice, client);
        _lifecycle = new Lifecycle(dice, Voice);
    }

    public Client Client { get; }

    public Dice Dice { get; }

    public Voice Voice { get; }

    public List<Ticket> Tickets { get; } = [];

    /// <summary>Writes and plays one ticket. topic: the phrases, where not those of the failure; variant: which of them.</summary>
    public Ticket Add(
        string failure, long createdAt, int priority, Asset? asset = null, Plan? plan = null, Person? person = null, Agent? agent = null,
        string? topic = null, int? variant = null, string channel = "", params string[] planted)
    {
        var kind = Failure.Named(failure);
        asset ??= AnyAsset(kind);
        person ??= kind.Name.StartsWith("monitoring", StringComparison.Ordinal) ? Provider.Monitoring : Owner(asset);
        agent ??= AnyAgent(kind);
        var (subject, body, phrasing) = Voice.Request(topic ?? failure, person, asset, priority, variant ?? Dice.Below(1000), createdAt);
        var ticket = new Ticket
        {
            Client = Client,
            Kind = kind,
            Requester = person,
            Language = person.Language,
            Channel = channel.Length > 0 ? channel : Channel(person, priority),
            Subject = subject,
            Body = body,
            Phrasing = phrasing,
            Agent = agent,
            Asset = asset,
            FailureId = plan?.FailureId is { Length: > 0 } known ? known : kind.IsIncident ? $"{Client.Prefix}/{failure}/{asset?.Tag}" : "",
            Asked = priority,
            CreatedAt = createdAt,
        };
        ticket.Planted.UnionWith(planted);
        if (person == Provider.Monitoring)
            ticket.Planted.Add("monitoring");
        _lifecycle.Play(ticket, plan ?? Habits(agent, priority, person));
        Tickets.Add(ticket);
        return ticket;
    }

    public Person AnyPerson() => Dice.Pick(Client.People);

    public Person Owner(Asset? asset)
    {
        if (asset?.Kind != "PC")
            return AnyPerson();
        var number = int.Parse(asset.Tag[^2..], null) - 1;
        return Client.People[number % Client.People.Count];
    }

    public Asset? AnyAsset(Failure kind)
    {
        var fitting = Client.Assets.Where(a => kind.Assets.Contains(a.Kind)).ToList();
        return fitting.Count == 0 ? null : Dice.Pick(fitting);
    }

    /// <summary>Whether the device had the same trouble within that many days of an instant.</summary>
    public bool IsQuiet(string failure, Asset? asset, long at, int days) => asset is null || !Tickets.Any(t =>
        t.Kind.Name == failure && t.Asset == asset && Math.Abs(t.CreatedAt - at) < days * Day);

    private Agent AnyAgent(Failure kind)
    {
        var isSystems = kind.Category is "Network" or "VPN" or "Backup" or "ERP" or "Booking";
        double[] weights = isSystems ? [1, 0.5, 0.5, 5, 5] : [5, 5, 4, 0.7, 0.8];
        return Provider.Agents[Dice.Weighted(weights)];
    }

    private string Channel(Person person, int priority)
    {
        if (person == Provider.Monitoring)
            return "api";
        var roll = Dice.Unit();
        if (priority == 1)
            return roll < 0.5 ? "phone" : "email";
        return roll < 0.62 ? "email" : roll < 0.8 ? "phone" : roll < 0.95 ? "portal" : "chat";
    }

    private Plan Habits(Agent agent, int priority, Person person)
    {
        if (person == Provider.Monitoring)
            return new Plan { ClearsItself = false, NeverAnswered = Dice.Chance(0.02), ClosesSilently = Dice.Chance(0.1) };
        if (Dice.Chance(0.007))
            return new Plan { NeverAnswered = true };
        if (Dice.Chance(agent.ClosesSilently))
            return new Plan { ClosesSilently = true };
        var lowers = priority is > 0 and < 4 && Dice.Chance(agent.Lowers);
        return new Plan
        {
            ChangedAtTriage = lowers ? Lower(priority) : priority > 2 && Dice.Chance(0.02) ? priority - 1 : 0,
            LoweredLater = lowers ? Math.Min(4, priority + 1) : 0,
            PausesWithoutAsking = Dice.Chance(agent.PausesWithoutAsking),
            Reopens = Dice.Chance(0.035),
        };
    }

    // At triage, most of the time; otherwise only later.
    private int Lower(int priority) => Dice.Chance(0.6) ? Math.Min(4, priority + Dice.Between(1, 2)) : 0;
}
