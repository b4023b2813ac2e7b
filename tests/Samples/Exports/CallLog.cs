namespace Insights.Samples.Exports;

/// <summary>
/// The provider's telephone exchange (Asterisk call detail records): the exchange's wall clock to the second, a row for each telephone a
/// call rang at. Numbers dialled out have the exchange's leading 0.
/// </summary>
internal static class CallLog
{
    public const string Header = "calldate,clid,src,dst,dcontext,duration,billsec,disposition,uniqueid";

    public static void Write(string path, IReadOnlyList<PhoneCall> calls)
    {
        using var file = new CsvFile(path, TimeForm.Seconds).Row(Header.Split(','));
        for (var i = 0; i < calls.Count; i++)
            for (var leg = calls[i].Legs; leg > 0; leg--)
                Write(file, calls[i], $"{calls[i].StartedAt}.{1000 + i}", 100 + (i + leg) % 5, isLast: leg == 1);
    }

    private static void Write(CsvFile file, PhoneCall call, string id, int extension, bool isLast)
    {
        var isAnswered = call.IsAnswered && isLast;
        var talked = isAnswered ? call.TalkSeconds : 0;
        file.Time(call.StartedAt).Text(call.IsIncoming ? $"\"{call.Number}\" <{call.Number}>" : $"\"\" <{extension}>")
            .Text(call.IsIncoming ? call.Number : $"{extension}").Text(call.IsIncoming ? $"{extension}" : "0" + call.Number)
            .Text(call.IsIncoming ? "from-trunk" : "from-internal").Number(call.RingSeconds + talked).Number(talked)
            .Text(isAnswered ? "ANSWERED" : "NO ANSWER").Text(id).End();
    }
}
