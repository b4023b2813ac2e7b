using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Insights.Analytics;

namespace Insights.Ingest.Reading;

/// <summary>Tells a file from what only has a path: opening a pipe may wait for ever, reading a device never ends.</summary>
internal static class FilePlace
{
    private const uint StatxType = 1;
    private const int StatxModeOffset = 28;
    private const int CurrentFolder = -100;
    private const int KindMask = 0xF000;
    private const int RegularFile = 0x8000;

    /// <exception cref="SetupException">The path names no file.</exception>
    public static void RefuseUnlessFile(string path)
    {
        if (Directory.Exists(path))
            throw new SetupException(
                $"'{path}' is a folder. Name the export files in it.", $"'{path}': είναι φάκελος. Δώστε τα αρχεία που έχει μέσα.");
        if (new FileInfo(path).LinkTarget is { } target && !LeadsToFile(path))
            throw DeadLink(path, target);
        if (!File.Exists(path))
            throw Missing(path);
        if (IsDevice(path))
            throw new SetupException(
                $"'{path}' is a pipe or a device, not a file. To read from another program give - as the file.",
                $"'{path}': δεν είναι αρχείο αλλά σωλήνωση ή συσκευή. Για ανάγνωση από άλλο πρόγραμμα δώστε - στη θέση του αρχείου.");
    }

    private static SetupException Missing(string path) =>
        new($"There is no file '{path}'.", $"Δεν υπάρχει αρχείο '{path}'.");

    private static SetupException DeadLink(string path, string target) => new(
        $"There is no file '{path}': it is a link to '{target}', which leads to no file or back to itself.",
        $"Δεν υπάρχει αρχείο '{path}': είναι σύνδεσμος προς '{target}', που δεν οδηγεί σε αρχείο ή γυρίζει στον εαυτό του.");

    private static bool LeadsToFile(string link)
    {
        try
        {
            return File.ResolveLinkTarget(link, returnFinalTarget: true) is { Exists: true };
        }
        catch (IOException)
        {
            // More links one after another than the system follows: a circle.
            return false;
        }
    }

    private static bool IsDevice(string path)
    {
        if (OperatingSystem.IsWindows())
            return Path.GetFullPath(path).StartsWith(@"\\.\", StringComparison.Ordinal);
        if (!OperatingSystem.IsLinux())
            return false;

        var status = new byte[256];
        return statx(CurrentFolder, path, 0, StatxType, status) == 0
            && (BinaryPrimitives.ReadUInt16LittleEndian(status.AsSpan(StatxModeOffset)) & KindMask) != RegularFile;
    }

    /// <summary>The framework tells folders and links apart, not pipes and devices; the layout of statx is one on every processor.</summary>
    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int statx(
        int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, [Out] byte[] status);
}
