using System.Text;
using Insights.Analytics;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Mail;

/// <summary>Records made of a mailbox, as a set like any other.</summary>
/// <param name="name">The mailbox, and which of its sets.</param>
/// <param name="header">The names of the cells.</param>
/// <param name="count">How many records.</param>
/// <param name="line">Where a person finds a record.</param>
/// <param name="cells">The cells of a record; made when it is read.</param>
/// <param name="notices">Of the mailbox as a whole.</param>
internal sealed class MailRecords(
    string name, IReadOnlyList<string> header, int count, Func<int, long> line, Func<int, string?[]> cells, IReadOnlyList<Notice> notices) : RecordSet
{
    private const int BatchSize = 1024;

    private int _next;

    public override string Name => name;

    public override IReadOnlyList<string> Header => header;

    public override IReadOnlyList<Notice> Notices => notices;

    public override void Dispose()
    {
    }

    internal override RecordBatch? NextBatch()
    {
        var end = Interlocked.Add(ref _next, BatchSize);
        return end - BatchSize < count ? new Batch(end - BatchSize, Math.Min(end, count), line, cells) : null;
    }

    private sealed class Batch(int start, int end, Func<int, long> line, Func<int, string?[]> cells) : RecordBatch
    {
        private int _at = start - 1;
        private byte[][] _cells = [];

        public override long Line => line(_at);

        public override Message? Broken => null;

        public override int Count => _cells.Length;

        public override ReadOnlySpan<byte> Raw => Encoding.UTF8.GetBytes(string.Join('\t', _cells.Select(Encoding.UTF8.GetString)));

        public override ReadOnlySpan<byte> Cell(int index) => index < _cells.Length ? _cells[index] : [];

        public override bool Read()
        {
            if (++_at >= end)
                return false;
            _cells = [.. cells(_at).Select(cell => Encoding.UTF8.GetBytes(cell ?? ""))];
            return true;
        }

        public override void Dispose()
        {
        }
    }
}
