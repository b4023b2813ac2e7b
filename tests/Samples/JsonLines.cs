using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Insights.Samples;

/// <summary>Writes a gzip file of JSON objects, one a line. Lines end with a line feed.</summary>
public sealed class JsonLines : IDisposable
{
    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly GZipStream _stream;

    public JsonLines(string path) => _stream = new GZipStream(File.Create(path), CompressionLevel.SmallestSize);

    /// <summary>One line; the properties of its object.</summary>
    public void Line(Action<Utf8JsonWriter> properties)
    {
        using (var json = new Utf8JsonWriter(_stream, Form))
        {
            json.WriteStartObject();
            properties(json);
            json.WriteEndObject();
        }

        _stream.WriteByte((byte)'\n');
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>An instant as the tools' APIs write it: 2026-05-01T06:30:00Z.</summary>
    public static string Time(long instant) =>
        DateTime.UnixEpoch.AddSeconds(instant).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
