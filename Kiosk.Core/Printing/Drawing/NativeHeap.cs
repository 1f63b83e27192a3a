using System.Runtime.InteropServices;

namespace Kiosk.Core.Printing.Drawing;

/// <summary>The C library's heap, which cairo and Pango draw in.</summary>
internal static partial class NativeHeap
{
    // malloc.h of glibc
    private const int TrimThreshold = -1;
    private const int MapThreshold = -3;
    private const int ArenaMax = -8;

    /// <summary>
    /// What glibc begins with; it raises both when a large block is freed, and then keeps such blocks: 30 MB after a hundred slips.
    /// </summary>
    private const int ThresholdBytes = 128 * 1024;

    /// <summary>Slips are drawn one at a time, on whichever thread: each would keep a heap of its own.</summary>
    private const int MostArenas = 2;

    public static void GiveBackWhatLargeDrawingsFree()
    {
        _ = SetOption(MapThreshold, ThresholdBytes);
        _ = SetOption(TrimThreshold, ThresholdBytes);
        _ = SetOption(ArenaMax, MostArenas);
    }

    [LibraryImport("libc.so.6", EntryPoint = "mallopt")]
    private static partial int SetOption(int option, int value);
}
