using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Insights.Ingest.Workers;

/// <summary>How a worker fares, for whoever looks after it. May be used from any thread.</summary>
/// <param name="patience">After how long without a look at the inbox something is wrong; null: there is no inbox.</param>
public sealed class WorkerHealth(TimeSpan? patience)
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

        [JsonPropertyName("sources")]
        public ImmutableSortedDictionary<string, PullHealth> Sources { get; init; } = ImmutableSortedDictionary<string, PullHealth>.Empty;
    }

    /// <param name="At">When it was last pulled, or should have been.</param>
    /// <param name="Error">Why it was not.</param>
    private sealed record PullHealth([property: JsonPropertyName("last_pull_at")] DateTimeOffset At, [property: JsonPropertyName("last_error")] string? Error);

    public void Looked(DateTimeOffset at, int waiting) =>
        Change(s => s with { Status = "well", LastLookAt = at, WaitingCount = waiting });

    public void Failed(DateTimeOffset at, string reason, int waiting) =>
        Change(s => s with { Status = "trying_again", LastLookAt = at, WaitingCount = waiting, LastError = reason });

    public void Loaded(DateTimeOffset at, string file) =>
        Change(s => s with { LoadedCount = s.LoadedCount + 1, LastLoadAt = at, LastFile = file });

    public void Refused(DateTimeOffset at, string reason) =>
        Change(s => s with { RefusedCount = s.RefusedCount + 1, LastLookAt = at, LastError = reason });

    /// <summary>A source was pulled.</summary>
    public void Pulled(DateTimeOffset at, string source) => Change(s => s with { Sources = s.Sources.SetItem(source, new PullHealth(at, null)) });

    /// <summary>A source could not be pulled.</summary>
    public void PullFailed(DateTimeOffset at, string source, string reason) => Change(s => s with { Sources = s.Sources.SetItem(source, new PullHealth(at, reason)) });

    /// <summary>True while the inbox, if there is one, is looked at as it should be, and every source is pulled.</summary>
    public bool IsWell(DateTimeOffset now)
    {
        var state = Now();
        var isLooking = patience is not { } most || (state.Status == "well" && now - state.LastLookAt < most);
        return isLooking && state.Sources.Values.All(source => source.Error is null);
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
