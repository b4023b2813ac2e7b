using System.Text;
using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Profiles;
using NodaTime;

namespace Insights.Ingest.Mapping;

/// <summary>Makes a message of a row of messages.</summary>
/// <param name="layout">Where its fields stand.</param>
/// <param name="profile">What its words mean.</param>
/// <param name="zone">Of instants without an offset.</param>
public sealed class MessageMapper(Layout<MessageField> layout, Profile profile, DateTimeZone zone)
    : RowMapper<MessageRow>(layout.Header, profile, zone)
{
    private static readonly (MessageField Field, MessageColumn Column)[] Texts =
    [
        (MessageField.MessageId, MessageColumn.MessageId), (MessageField.Author, MessageColumn.Author),
        (MessageField.AuthorMail, MessageColumn.AuthorMail), (MessageField.Channel, MessageColumn.Channel),
        (MessageField.Subject, MessageColumn.Subject),
    ];

    private readonly Vocabulary? _sides = Vocabulary.Of(profile.Messages!.Words, MessageField.AuthorSide);
    private readonly Vocabulary? _public = Vocabulary.Of(profile.Messages!.Words, MessageField.IsPublic);
    private readonly Vocabulary? _automatic = Vocabulary.Of(profile.Messages!.Words, MessageField.IsAutomatic);

    private readonly RowFilters _only = new(profile.Messages!.Only, layout.CellsOf(profile.Messages!.Only?.Columns ?? []));

    public override bool IsOfOtherKind(IRecord record) => !_only.Take(record);

    public override void AddHappened(MessageRow row, List<long> instants) => instants.Add(row.Number(MessageColumn.SentAt)!.Value);

    protected override Reject? Fill(IRecord record, MessageRow row)
    {
        if (Require(record, layout.CellsOf(MessageField.TicketId), "ticket_id", out var ticket) is { } nameless)
            return nameless;
        row.SetText(MessageColumn.TicketId, TicketId(ticket));
        if (RequireInstant(record, layout.CellsOf(MessageField.SentAt), row, MessageColumn.SentAt, MessageColumn.IsTimeAmbiguous) is { } timeless)
            return timeless;

        foreach (var (field, column) in Texts)
            row.SetText(column, Cell(record, field));
        var text = Words(record);
        row.SetText(MessageColumn.Body, Encoding.UTF8.GetBytes(text));
        row.SetText(MessageColumn.AuthorSide, Side(record));
        SetFlag(row, MessageColumn.IsPublic, _public?.Meaning(Cell(record, MessageField.IsPublic)));
        SetFlag(row, MessageColumn.IsAutomatic, _automatic?.Meaning(Cell(record, MessageField.IsAutomatic)));
        SetRemarks(record, row, text);
        return SetAttachments(record, row);
    }

    private string Words(IRecord record)
    {
        var body = Cell(record, MessageField.Body);
        return body.IsEmpty ? "" : MessageText.Body(Encoding.UTF8.GetString(body));
    }

    /// <summary>What the words do; where the reader noted that alone and kept the words to itself (a mailbox), what it noted.</summary>
    private void SetRemarks(IRecord record, MessageRow row, string text)
    {
        var remarks = Remarks.Of(text) ?? Remarks.Noted(Encoding.UTF8.GetString(Cell(record, MessageField.Remarks)));
        if (remarks is not null)
            row.SetDerived(MessageColumn.Remarks, Encoding.UTF8.GetBytes(remarks));
    }

    private ReadOnlySpan<byte> Side(IRecord record)
    {
        var side = Cell(record, MessageField.AuthorSide);
        if (!side.IsEmpty && _sides?.Meaning(side) is { } meaning)
            return meaning;
        if (StateMarks.IsFilled(Cell(record, MessageField.AgentAuthor)))
            return "agent"u8;
        return StateMarks.IsFilled(Cell(record, MessageField.RequesterAuthor)) ? "requester"u8 : SideOfRequester(record);
    }

    private ReadOnlySpan<byte> SideOfRequester(IRecord record)
    {
        var (requester, author) = (Encoding.UTF8.GetString(Cell(record, MessageField.TicketRequester)), Encoding.UTF8.GetString(Cell(record, MessageField.Author)));
        if (requester.Length == 0 || author.Length == 0)
            return [];
        return GreekText.Fold(author) == GreekText.Fold(requester) ? "requester"u8 : "agent"u8;
    }

    private Reject? SetAttachments(IRecord record, MessageRow row)
    {
        var cells = layout.CellsOf(MessageField.AttachmentCount);
        var cell = FirstFilled(record, cells);
        if (cell.IsEmpty)
            return null;
        if (!Numbers.TryReadCount(cell, out var count))
            return Rejected(cells[0], cell, new Message("is no whole number", "δεν είναι ακέραιος αριθμός"));
        row.SetNumber(MessageColumn.AttachmentCount, count);
        return null;
    }

    private static void SetFlag(MessageRow row, MessageColumn column, ReadOnlySpan<byte> meaning)
    {
        if (!meaning.IsEmpty)
            row.SetNumber(column, meaning.SequenceEqual("yes"u8) ? 1 : 0);
    }

    private ReadOnlySpan<byte> Cell(IRecord record, MessageField field) => FirstFilled(record, layout.CellsOf(field));
}
