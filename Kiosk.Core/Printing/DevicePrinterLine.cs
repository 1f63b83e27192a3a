using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Kiosk.Core.Printing;

/// <summary>
/// A printer at a device file: <c>/dev/usb/lp0</c>, <c>/dev/ttyUSB0</c>; or a plain file, which then holds the last slip.
/// </summary>
/// <remarks>
/// Never opened for blocking: the kernel's usblp would wait for ever in a write while paper is out (Linux,
/// <c>drivers/usb/class/usblp.c</c>).
/// </remarks>
[UnsupportedOSPlatform("windows")]
internal sealed class DevicePrinterLine : IPrinterLine
{
    private readonly int _file;
    private readonly TimeSpan _patience;
    private bool _isStuck;
    private bool _holdsOldSlip;

    private DevicePrinterLine(int file, bool isDevice, TimeSpan patience) =>
        (_file, CanAnswer, _holdsOldSlip, _patience) = (file, isDevice, !isDevice, patience);

    /// <summary>A plain file says nothing.</summary>
    public bool CanAnswer { get; }

    /// <param name="patience">For the last bytes to leave when the line is closed.</param>
    /// <exception cref="PrinterLineException">It cannot be opened.</exception>
    public static DevicePrinterLine Open(string path, TimeSpan patience)
    {
        var isDevice = path.StartsWith("/dev/", StringComparison.Ordinal);
        var file = isDevice
            ? Posix.Open(path, Posix.ReadWrite | Posix.NonBlocking | Posix.NoControllingTerminal | Posix.CloseOnExec, 0)
            : Posix.Open(path, Posix.WriteOnly | Posix.Create | Posix.NonBlocking | Posix.CloseOnExec, Posix.OwnerOnly);
        if (file < 0)
        {
            throw new PrinterLineException(Posix.State(Marshal.GetLastPInvokeError()));
        }

        Posix.MakeRaw(file); // a serial line would turn line feeds and echo
        return new DevicePrinterLine(file, isDevice, patience);
    }

    public int Write(ReadOnlySpan<byte> bytes, TimeSpan patience)
    {
        if (_holdsOldSlip)
        {
            _ = Posix.Truncate(_file, 0);
            _holdsOldSlip = false;
        }

        var (taken, begun) = (0, Stopwatch.GetTimestamp());
        while (
            taken < bytes.Length
            && patience - Stopwatch.GetElapsedTime(begun) is var left
            && left > TimeSpan.Zero
            && Posix.Wait(_file, Posix.CanWrite, left)
        )
        {
            var count = (int)Posix.Write(_file, bytes[taken..], (nuint)(bytes.Length - taken));
            taken +=
                count >= 0 ? count
                : Posix.IsPassing(Marshal.GetLastPInvokeError()) ? 0
                : throw new PrinterLineException(PrinterState.Gone);
        }

        _isStuck |= taken < bytes.Length;
        return taken;
    }

    public int Read(Span<byte> buffer, TimeSpan patience)
    {
        if (!CanAnswer || !Posix.Wait(_file, Posix.CanRead, patience))
        {
            return 0;
        }

        var count = (int)Posix.Read(_file, buffer, (nuint)buffer.Length);
        return count > 0 || (count < 0 && Posix.IsPassing(Marshal.GetLastPInvokeError()))
            ? Math.Max(count, 0)
            : throw new PrinterLineException(PrinterState.Gone);
    }

    /// <summary>usblp drops what it still holds when it is closed: it is writable again once everything went out. A serial line would hold
    /// the closing up for half a minute instead, so what it does not send in time is thrown away.</summary>
    public void Dispose()
    {
        var patience = _isStuck ? TimeSpan.Zero : _patience;
        Posix.TryWait(_file, Posix.CanWrite, patience);
        Posix.SendOrThrowAway(_file, patience);
        _ = Posix.Close(_file);
    }
}
