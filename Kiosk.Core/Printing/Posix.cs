using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Kiosk.Core.Printing;

/// <summary>The calls of the C library that .NET has no word for: open without waiting, and wait no longer than so long.</summary>
internal static partial class Posix
{
    // fcntl.h of Linux on x86, arm and arm64.
    public const int WriteOnly = 0x1;
    public const int ReadWrite = 0x2;
    public const int Create = 0x40;
    public const int NoControllingTerminal = 0x100;
    public const int NonBlocking = 0x800;
    public const int CloseOnExec = 0x80000;
    public const int OwnerOnly = 0x180; // rw-------

    // poll.h
    public const short CanRead = 0x1;
    public const short CanWrite = 0x4;
    private const short Failed = 0x8 | 0x10 | 0x20; // POLLERR, POLLHUP, POLLNVAL

    // errno.h
    private const int NotPermitted = 1;
    private const int Interrupted = 4;
    private const int TryAgain = 11;
    private const int AccessDenied = 13;
    private const int DeviceBusy = 16;

    private const nuint OutputQueue = 0x5411; // TIOCOUTQ, asm-generic/ioctls.h
    private const int Output = 1; // TCOFLUSH
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);

    private const int TerminalNow = 0; // TCSANOW, termios.h
    private const int TerminalSettingsBytes = 256; // more than struct termios has on any machine

    /// <summary>Waits until a file can be read from or written to.</summary>
    /// <exception cref="PrinterConnectionException">It failed or hung up.</exception>
    public static bool Wait(int file, short what, TimeSpan timeout) =>
        TryWait(file, what, timeout) switch
        {
            var came when (came & what) != 0 => true,
            var came when (came & Failed) != 0 => throw new PrinterConnectionException(PrinterState.Gone),
            _ => false,
        };

    /// <returns>What came true of it; 0 when nothing did in time.</returns>
    public static short TryWait(int file, short what, TimeSpan timeout)
    {
        var asked = new Asked { File = file, Events = what };
        var begun = Stopwatch.GetTimestamp();
        TimeSpan left;
        do
        {
            left = timeout - Stopwatch.GetElapsedTime(begun);
        } while (
            Poll(ref asked, 1, Math.Max(0, (int)left.TotalMilliseconds)) < 0
            && Marshal.GetLastPInvokeError() == Interrupted
            && left > TimeSpan.Zero
        );

        return asked.Came;
    }

    /// <summary>Whether to go on after such an error: interrupted by a signal, or full again.</summary>
    public static bool IsPassing(int error) => error is Interrupted or TryAgain;

    /// <summary>Why a device could not be opened.</summary>
    public static PrinterState State(int error) =>
        error switch
        {
            DeviceBusy => PrinterState.Busy,
            AccessDenied or NotPermitted => PrinterState.Denied,
            _ => PrinterState.Absent,
        };

    /// <summary>Bytes pass a serial line as they are; other files are left alone.</summary>
    public static void MakeRaw(int file)
    {
        Span<byte> settings = stackalloc byte[TerminalSettingsBytes];
        if (GetTerminal(file, settings) == 0)
        {
            MakeRaw(settings);
            _ = SetTerminal(file, TerminalNow, settings);
        }
    }

    /// <summary>
    /// Waits until a serial line has sent everything; what is left after so long is thrown away. Other files are left alone.
    /// </summary>
    public static void SendOrThrowAway(int file, TimeSpan timeout)
    {
        var begun = Stopwatch.GetTimestamp();
        int bytes;
        while (Control(file, OutputQueue, out bytes) == 0 && bytes > 0 && Stopwatch.GetElapsedTime(begun) < timeout)
        {
            TryWait(file, 0, Moment);
        }

        if (bytes > 0)
        {
            _ = Flush(file, Output);
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "ioctl")]
    private static partial int Control(int file, nuint request, out int answer);

    [LibraryImport("libc.so.6", EntryPoint = "tcflush")]
    private static partial int Flush(int file, int queue);

    [LibraryImport("libc.so.6", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags, int mode);

    [LibraryImport("libc.so.6", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int file, ReadOnlySpan<byte> bytes, nuint count);

    [LibraryImport("libc.so.6", EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int file, Span<byte> buffer, nuint count);

    [LibraryImport("libc.so.6", EntryPoint = "ftruncate")]
    public static partial int Truncate(int file, long length);

    [LibraryImport("libc.so.6", EntryPoint = "close")]
    public static partial int Close(int file);

    [LibraryImport("libc.so.6", EntryPoint = "poll", SetLastError = true)]
    private static partial int Poll(ref Asked files, nuint count, int milliseconds);

    [LibraryImport("libc.so.6", EntryPoint = "tcgetattr")]
    private static partial int GetTerminal(int file, Span<byte> settings);

    [LibraryImport("libc.so.6", EntryPoint = "cfmakeraw")]
    private static partial void MakeRaw(Span<byte> settings);

    [LibraryImport("libc.so.6", EntryPoint = "tcsetattr")]
    private static partial int SetTerminal(int file, int when, ReadOnlySpan<byte> settings);

    /// <summary><c>struct pollfd</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Asked
    {
        public int File;
        public short Events;
        public short Came;
    }
}
