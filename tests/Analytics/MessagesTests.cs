namespace Insights.Analytics.Tests;

/// <summary>DECISIONS.md, "What a message says": who wrote it, and whether a person did.</summary>
public sealed class MessagesTests
{
    [Theory]
    [InlineData("null", "author = 'Maria'", "requester", "∅")] // the requester, by name
    [InlineData("null", "author = 'M. Papa'; author_mail = 'MARIA@shop.example'", "requester", "∅")] // by address
    [InlineData("null", "author_mail = 'kostas@shop.example'", "requester", "∅")] // a colleague, by the requester's domain
    [InlineData("null", "author_mail = 'eleni@branch.example'", "requester", "∅")] // a domain of the client's
    [InlineData("null", "author = 'Nikos'", "agent", "∅")] // an agent the list names
    [InlineData("null", "author = 'Petros'", "agent", "∅")] // an agent the history names
    [InlineData("null", "author = 'Stelios'", "∅", "∅")]
    [InlineData("'agent'", "author = 'Kostas'; author_mail = 'kostas@shop.example'", "requester", "∅")] // the requester's colleague is not the provider
    [InlineData("'agent'", "author = 'Nikos'; author_mail = 'nikos@shop.example'", "agent", "∅")] // unless he works on tickets
    [InlineData("'agent'", "author = 'Maria'", "requester", "∅")]
    [InlineData("'agent'", "author = 'Anna'; author_mail = 'anna@provider.example'", "agent", "∅")]
    [InlineData("'agent'", "author = 'Helpdesk'; author_mail = 'no-reply@provider.example'", "system", "yes")]
    [InlineData("'requester'", "author = 'Aiolos Monitoring'", "system", "yes")]
    [InlineData("'agent'", "author = 'Anna'; remarks = 'automatic holding'; is_automatic = false", "agent", "yes")]
    [InlineData("'agent'", "author = 'Anna'; remarks = 'holding'; is_automatic = false", "agent", "no")]
    public void Who_wrote_a_message(string side, string set, string expectedSide, string isAutomatic)
    {
        using var given = Given("maria@shop.example");
        given.Run($"update raw.reference_clients set mail_domains = 'branch.example'");
        given.Message("desk", "1", "2026-03-02 09:00:00", side == "null" ? null : side.Trim('\''), set).Refresh();
        Assert.Equal([$"{expectedSide}|{isAutomatic}"], given.Rows("select author_side, is_automatic from staging.messages"));
    }

    [Theory]
    [InlineData("Nikos", "'requester'", "agent")] // the list names him as the ticket's agent
    [InlineData("Petros", "'requester'", "agent")] // the history does
    [InlineData("Petros", "null", "agent")]
    [InlineData("Anna", "'requester'", "requester")] // an agent, but of another's ticket: she asks for help herself
    public void Who_opened_a_ticket_and_works_on_it_writes_for_the_provider(string requester, string side, string expected)
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-03-10 12:00:00")
            .Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", $"requester = '{requester}'; agent = 'Nikos'").Event("desk", "1", "2026-03-02 08:30:00", "agent", "Petros")
            .Ticket("desk", "2", "Alpha", "2026-03-02 08:00:00", "requester = 'Maria'; agent = 'Anna'");
        given.Message("desk", "1", "2026-03-02 09:00:00", side == "null" ? null : side.Trim('\''), $"author = '{requester}'").Refresh();
        Assert.Equal([expected], given.Rows("select author_side from staging.messages"));
    }

    [Fact]
    public void A_domain_everybody_has_addresses_of_makes_no_colleagues()
    {
        using var given = Given("maria@gmail.com").Message("desk", "1", "2026-03-02 09:00:00", "agent", "author = 'Anna'; author_mail = 'anna@gmail.com'").Refresh();
        Assert.Equal(["agent"], given.Rows("select author_side from staging.messages"));
    }

    [Fact]
    public void The_providers_desk_is_no_colleague_of_its_own_monitoring()
    {
        using var given = Given("alerts@provider.example").Message("desk", "1", "2026-03-02 08:20:00", "agent", "author = 'support@provider.example'; author_mail = 'support@provider.example'").Refresh();
        Assert.Equal(["agent"], given.Rows("select author_side from staging.messages"));
    }

    [Theory]
    [InlineData(2, "agent")] // it writes to others more than to its own: the provider's
    [InlineData(1, "requester")]
    public void A_domain_that_answers_others_is_the_providers(int answers, string side)
    {
        using var given = Given("anna@provider.example").Ticket("desk", "2", "Alpha", "2026-03-02 08:00:00", "requester = 'Maria'; requester_mail = 'maria@shop.example'");
        given.Message("desk", "1", "2026-03-02 09:00:00", "agent", "author_mail = 'support@provider.example'");
        for (var i = 0; i < answers; i++)
            given.Message("desk", "2", $"2026-03-02 1{i}:00:00", "agent", "author_mail = 'support@provider.example'");
        Assert.Equal([side], given.Refresh().Rows("select author_side from staging.messages where ticket_id = '1'"));
    }

    [Fact]
    public void A_domain_two_clients_share_does_not_double_a_message()
    {
        using var given = Given("maria@shop.example").Client("Beta");
        given.Run("update raw.reference_clients set mail_domains = 'shop.example'");
        given.Message("desk", "1", "2026-03-02 09:00:00", null, "author_mail = 'kostas@shop.example'").Refresh();
        Assert.Equal(["1|requester"], given.Rows("select message_number, author_side from staging.messages"));
    }

    private static GivenWarehouse Given(string requester) => new GivenWarehouse().Client("Alpha").Source("desk", "2026-03-10 12:00:00")
        .Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", $"requester = 'Maria'; requester_mail = '{requester}'; agent = 'Nikos'")
        .Event("desk", "1", "2026-03-02 08:30:00", "agent", "Petros");
}
