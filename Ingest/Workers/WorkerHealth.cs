using System.Text.Json;
using System.Text.Json.Serialization;

namespace Insights.Ingest.Workers;

/// <summary>How a worker fares, for whoever looks after it. May be used from any thread.</summary>
/// <param name="patience">After how long without a look at the inbox something is wrong.</param>
public sealed class WorkerHealth(TimeSpan patience)
{
    private readonly Lock _gate = new();
    private State _state = new();

    private sealed record State
    {
        [JsonPropertyName("status")]
        public string Status { get; init; } = "starting";

        [JsonPropertyName("last_look_at")]
        public DateTimeOffset? LastLookAt { get; init; }

        [JsonPropertyName("waiting_count")]
        public int WaitingCount { get; init; }

        [JsonPropertyName("loaded_count")]
        public int LoadedCount { get; init; }

        [JsonPropertyName("refused_count")]
        public int RefusedCount { get; init; }

        [JsonPropertyName("last_load_at")]
        public DateTimeOffset? LastLoadAt { get; init; }

        [JsonPropertyName("last_file")]
        public string? LastFile { get; init; }

        [JsonPropertyName("last_error")]
        public string? LastError { get; init; }
    }

    public void Looked(DateTimeOffset at, int waiting) =>
        Change(s => s with { Status = "well", LastLookAt = at, WaitingCount = waiting });

    public void Failed(DateTimeOffset at, string reason, int waiting) =>
        Change(s => s with { Status = "trying_again", LastLookAt = at, WaitingCount = waiting, LastError = reason });

    public void Loaded(DateTimeOffset at, string file) =>
        Change(s => s with { LoadedCount = s.LoadedCount + 1, LastLoadAt = at, LastFile = file });

    public void Refused(DateTimeOffset at, string reason) =>
        Change(s => s with { RefusedCount = s.RefusedCount + 1, LastLookAt = at, LastError = reason });

    /// <summary>True while the inbox is looked at as it should be.</summary>
    public bool IsWell(DateTimeOffset now)
    {
        var state = Now();
        return state.Status == "well" && now - state.LastLookAt < patience;
    }

    /// <summary>The state as JSON.</summary>
    public byte[] Json() => JsonSerializer.SerializeToUtf8Bytes(Now());

    private State Now()
    {
        lock (_gate)
            return _state;
    }

    private void Change(Func<State, State> change)
    {
        lock (_gate)
            _state = change(_state);
    }
}
