using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;

namespace Insights.Ingest.Tests.Apis;

/// <summary>What was asked of a stub.</summary>
internal sealed record StubRequest(string Method, string Path, IReadOnlyDictionary<string, string> Query, IReadOnlyDictionary<string, string> Headers, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string Of(string name) => Query[name];

    public int Number(string name) => int.Parse(Query[name], CultureInfo.InvariantCulture);

    public string Segment(int place) => Path.Split('/', StringSplitOptions.RemoveEmptyEntries)[place];

    public string? Header(string name) => Headers.GetValueOrDefault(name.ToLowerInvariant());
}

/// <param name="Status">Of HTTP.</param>
/// <param name="Body">Written as JSON; a <see cref="StubPage"/> as it stands.</param>
/// <param name="Headers">Beside it.</param>
internal sealed record StubAnswer(int Status, object? Body, params (string Name, string Value)[] Headers);

/// <summary>An answer that is no JSON.</summary>
internal sealed record StubPage(string Html);

/// <summary>What goes wrong with one request.</summary>
internal enum Fault
{
    TooMany,
    Broken,
    Silent,
    CutShort,
    Expired,
}

/// <summary>A tool's API on this machine, answering from a desk; request by request something may go wrong.</summary>
internal sealed class StubServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly IStubTool _tool;
    private readonly StubDesk _desk;
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _serving;

    public StubServer(IStubTool tool, StubDesk desk)
    {
        (_tool, _desk) = (tool, desk);
        Address = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _serving = Task.Run(Serve);
    }

    public string Address { get; }

    /// <summary>The number of the request, from 1, to what goes wrong with it.</summary>
    public Dictionary<int, Fault> Faults { get; } = [];

    /// <summary>What was asked, sign-ins included.</summary>
    public List<StubRequest> Asked { get; } = [];

    /// <summary>What the stub itself did wrong.</summary>
    public List<Exception> Problems { get; } = [];

    /// <summary>Told the number of each request before it is answered.</summary>
    public Action<int>? OnAsked { get; set; }

    public void Dispose()
    {
        _closing.Cancel();
        _serving.Wait();
        _listener.Close();
        _closing.Dispose();
        if (Problems.Count > 0)
            throw new InvalidOperationException("The stub itself failed.", Problems[0]);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task Serve()
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                // A listener that is stopped just before it is asked never answers: the wait ends by itself.
                await Answer(await _listener.GetContextAsync().WaitAsync(_closing.Token));
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException or OperationCanceledException)
            {
                // Whoever asked went away, as somebody whose patience ended does; or the stub is being closed.
            }
        }
    }

    private async Task Answer(HttpListenerContext context)
    {
        var request = await Read(context.Request);
        Asked.Add(request);
        OnAsked?.Invoke(Asked.Count);
        if (Faults.TryGetValue(Asked.Count, out var fault) && fault is not Fault.CutShort)
        {
            await Fail(context.Response, fault);
            return;
        }

        var answer = Answered(request);
        await Write(context.Response, answer, fault == Fault.CutShort && Faults.ContainsKey(Asked.Count));
    }

    private StubAnswer Answered(StubRequest request)
    {
        try
        {
            var answer = _tool.Answer(_desk, request, Address);
            return answer with { Body = answer.Body is null or StubPage ? answer.Body : JsonSerializer.SerializeToNode(answer.Body) };
        }
        catch (Exception e)
        {
            Problems.Add(e);
            return new StubAnswer(400, new { error = e.Message });
        }
    }

    private static async Task<StubRequest> Read(HttpListenerRequest asked)
    {
        var query = HttpUtility.ParseQueryString(asked.Url!.Query);
        using var reader = new StreamReader(asked.InputStream, Encoding.UTF8);
        return new StubRequest(
            asked.HttpMethod, asked.Url.AbsolutePath, query.AllKeys.OfType<string>().ToDictionary(k => k, k => query[k]!),
            asked.Headers.AllKeys.ToDictionary(k => k!.ToLowerInvariant(), k => asked.Headers[k]!), await reader.ReadToEndAsync());
    }

    private static async Task Fail(HttpListenerResponse response, Fault fault)
    {
        if (fault == Fault.Silent)
            await Task.Delay(TimeSpan.FromSeconds(3));
        if (fault == Fault.TooMany)
            response.AddHeader("Retry-After", "1");
        response.StatusCode = fault switch { Fault.TooMany => 429, Fault.Expired => 401, _ => 500 };
        response.Close(Encoding.UTF8.GetBytes("<html>no</html>"), willBlock: false);
    }

    private static async Task Write(HttpListenerResponse response, StubAnswer answer, bool isCut)
    {
        var bytes = answer.Body switch { null => [], StubPage page => Encoding.UTF8.GetBytes(page.Html), var body => JsonSerializer.SerializeToUtf8Bytes(body) };
        response.StatusCode = answer.Status;
        response.ContentType = "application/json";
        foreach (var (name, value) in answer.Headers)
            response.AddHeader(name, value);
        // In one piece: the head sent apart from the body costs the wait of a delayed acknowledgement, a request.
        response.Close(isCut ? bytes[..(bytes.Length / 2)] : bytes, willBlock: false);
    }
}

/// <summary>How one tool answers, by its documented contract.</summary>
internal interface IStubTool
{
    /// <summary>The profile that reads it.</summary>
    string Profile { get; }

    /// <summary>What a person gives, by name; <c>ADDRESS</c> stands for the stub's address.</summary>
    IReadOnlyDictionary<string, string> Values { get; }

    /// <summary>Its sign-in is a token that ends.</summary>
    bool HasTokens => false;

    /// <summary>It tells the time worked.</summary>
    bool HasHours => false;

    StubAnswer Answer(StubDesk desk, StubRequest request, string address);
}
