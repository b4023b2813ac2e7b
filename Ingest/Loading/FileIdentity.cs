using System.IO.Hashing;
using System.Security.Cryptography;

namespace Insights.Ingest.Loading;

/// <summary>What tells one file from another by its bytes.</summary>
/// <param name="Fingerprint">XXH3, 128 bits, lower-case hex: fast, for finding a file again.</param>
/// <param name="Sha256">Lower-case hex: for the ledger and whoever checks it.</param>
internal sealed record FileIdentity(string Fingerprint, string Sha256)
{
    private const int BufferSize = 1 << 20;

    /// <summary>Reads the file once.</summary>
    public static FileIdentity Of(string file)
    {
        var (fast, strong) = (new XxHash128(), IncrementalHash.CreateHash(HashAlgorithmName.SHA256));
        using (strong)
        {
            Read(file, bytes =>
            {
                fast.Append(bytes);
                strong.AppendData(bytes);
            });
            return new FileIdentity(Convert.ToHexStringLower(fast.GetHashAndReset()), Convert.ToHexStringLower(strong.GetHashAndReset()));
        }
    }

    /// <summary>The fingerprint alone, several times faster.</summary>
    public static string FingerprintOf(string file)
    {
        var fast = new XxHash128();
        Read(file, fast.Append);
        return Convert.ToHexStringLower(fast.GetHashAndReset());
    }

    private delegate void Take(ReadOnlySpan<byte> bytes);

    private static void Read(string file, Take take)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        var buffer = new byte[BufferSize];
        for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
            take(buffer.AsSpan(0, read));
    }
}
