using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;

namespace Insights.Ingest.Loading;

/// <summary>What tells one file, or the files of one mailbox, from another by their bytes.</summary>
internal static class FileIdentity
{
    private const int BufferSize = 1 << 20;
    private const int PieceSize = 1 << 26;

    /// <summary>The files' size together.</summary>
    public static long BytesOf(IReadOnlyList<string> files) => files.Sum(file => new FileInfo(file).Length);

    /// <summary>SHA-256 of the files' bytes together, lower-case hex: for the ledger and whoever checks it.</summary>
    public static string Sha256Of(IReadOnlyList<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
            using (var handle = File.OpenHandle(file, options: FileOptions.SequentialScan))
                Read(handle, 0, long.MaxValue, hash.AppendData);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>
    /// XXH3, 128 bits, lower-case hex, of the hashes of the files' 64 MiB pieces, which are taken side by side: many times faster than
    /// SHA-256, for finding a file again.
    /// </summary>
    /// <param name="files">In this order.</param>
    /// <param name="reading">How they are read, where that makes another export of them.</param>
    public static string FingerprintOf(IReadOnlyList<string> files, string reading)
    {
        var whole = new XxHash128();
        foreach (var file in files)
            foreach (var piece in Pieces(file))
                whole.Append(piece);
        whole.Append(Encoding.UTF8.GetBytes(reading));
        return Convert.ToHexStringLower(whole.GetHashAndReset());
    }

    private static byte[][] Pieces(string file)
    {
        using var handle = File.OpenHandle(file, options: FileOptions.SequentialScan);
        var pieces = new byte[(RandomAccess.GetLength(handle) / PieceSize) + 1][];
        Parallel.For(0, pieces.Length, piece =>
        {
            var hash = new XxHash128();
            Read(handle, (long)piece * PieceSize, PieceSize, hash.Append);
            pieces[piece] = hash.GetHashAndReset();
        });
        return pieces;
    }

    private delegate void Take(ReadOnlySpan<byte> bytes);

    private static void Read(Microsoft.Win32.SafeHandles.SafeFileHandle file, long from, long length, Take take)
    {
        var buffer = new byte[BufferSize];
        for (var left = length; left > 0;)
        {
            var read = RandomAccess.Read(file, buffer.AsSpan(0, (int)Math.Min(left, buffer.Length)), from + length - left);
            if (read == 0)
                return;
            take(buffer.AsSpan(0, read));
            left -= read;
        }
    }
}
