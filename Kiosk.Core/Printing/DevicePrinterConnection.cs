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
internal sealed class DevicePrinterConnection : IPrinterConnection
{
    private readonly int _file;
    private readonly TimeSpan _timeout;
    private bool _isStuck;
    private bool _holdsOldSlip;

    private DevicePrinterConnection(int file, bool isDevice, TimeSpan timeout) =>
        (_file, CanAnswer, _holdsOldSlip, _timeout) = (file, isDevice, !isDevice, timeout);

    /// <summary>A plain file says nothing.</summary>
    public bool CanAnswer { get; }

    /// <param name="timeout">For the last bytes to leave when the line is closed.</param>
    /// <exception cref="PrinterConnectionException">It cannot be opened.</exception>
    public static DevicePrinterConnection Open(string path, TimeSpan timeout)
    {
        var isDevice = path.StartsWith("/dev/", StringComparison.Ordinal);
        var file = isDevice
            ? Posix.Open(path, Posix.ReadWrite | Posix.NonBlocking | Posix.NoControllingTerminal | Posix.CloseOnExec, 0)
            : Posix.Open(path, Posix.WriteOnly | Posix.Create | Posix.NonBlocking | Posix.CloseOnExec, Posix.OwnerOnly);
        if (file < 0)
        {
            throw new PrinterConnectionException(Posix.State(Marshal.GetLastPInvokeError()));
        }

        Posix.MakeRaw(file); // a serial line would turn line feeds and echo
        return new DevicePrinterConnection(file, isDevice, timeout);
    }

    public int Write(ReadOnlySpan<byte> bytes, TimeSpan timeout)
    {
        if (_holdsOldSlip)
        {
            _ = Posix.Truncate(_file, 0);
            _holdsOldSlip = false;
        }

        var (taken, begun) = (0, Stopwatch.GetTimestamp());
        while (
            taken < bytes.Length
            && timeout - Stopwatch.GetElapsedTime(begun) is var left
            && left > TimeSpan.Zero
            && Posix.Wait(_file, Posix.CanWrite, left)
        )
        {
            var count = (int)Posix.Write(_file, bytes[taken..], (nuint)(bytes.Length - taken));
            taken +=
                count >= 0 ? count
                : Posix.IsPassing(Marshal.GetLastPInvokeError()) ? 0
                : throw new PrinterConnectionException(PrinterState.Gone);
        }

        _isStuck |= taken < bytes.Length;
        return taken;
    }

    public int Read(Span<byte> buffer, TimeSpan timeout)
    {
        if (!CanAnswer || !Posix.Wait(_file, Posix.CanRead, timeout))
        {
            return 0;
        }

        var count = (int)Posix.Read(_file, buffer, (nuint)buffer.Length);
        return count > 0 || (count < 0 && Posix.IsPassing(Marshal.GetLastPInvokeError()))
            ? Math.Max(count, 0)
            : throw new PrinterConnectionException(PrinterState.Gone);
    }

    /// <summary>usblp drops what it still holds when it is closed: it is writable again once everything went out. A serial line would hold
    /// the closing up for half a minute instead, so what it does not send in time is thrown away.</summary>
    public void Dispose()
    {
        var timeout = _isStuck ? TimeSpan.Zero : _timeout;
        Posix.TryWait(_file, Posix.CanWrite, timeout);
        Posix.SendOrThrowAway(_file, timeout);
        _ = Posix.Close(_file);
    }
}
