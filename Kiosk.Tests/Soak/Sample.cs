using System.Diagnostics;
using Kiosk.Core.Storage;
using NodaTime;

namespace Kiosk.Tests.Soak;

/// <summary>
/// How everything stood after so many visits. Memory is that of the test's process: the kiosk's, and the ends of all who talk to it.
/// </summary>
/// <param name="ResidentBytes">What the process holds in memory.</param>
/// <param name="HeapBytes">What is alive on the managed heap, after a collection.</param>
internal sealed record Sample(
    int Visits,
    LocalDate On,
    double ResidentBytes,
    double HeapBytes,
    double OpenFiles,
    double Threads,
    double HouseBytes,
    double TallyBytes,
    double CopiesBytes,
    double FolderBytes
)
{
    public static Sample Take(int visits, LocalDate on, string dataFolder)
    {
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        var data = new DataFolder(dataFolder);
        return new(
            visits,
            on,
            process.WorkingSet64,
            heap,
            Directory.EnumerateFileSystemEntries("/proc/self/fd").Count(),
            process.Threads.Count,
            new FileInfo(data.HouseDatabase).Length,
            new FileInfo(data.TallyDatabase).Length,
            BytesIn(data.Copies),
            BytesIn(data.Root)
        );
    }

    /// <summary>Of some in a row, at the last of them: one alone depends on what was going on at that moment.</summary>
    public static Sample Mean(IReadOnlyList<Sample> some) =>
        some[^1] with
        {
            ResidentBytes = some.Average(sample => sample.ResidentBytes),
            HeapBytes = some.Average(sample => sample.HeapBytes),
            OpenFiles = some.Average(sample => sample.OpenFiles),
            Threads = some.Average(sample => sample.Threads),
        };

    private static long BytesIn(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
}
