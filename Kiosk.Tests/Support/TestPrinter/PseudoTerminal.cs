using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Kiosk.Tests.Support;

/// <summary>
/// A pair of ends: what is written to the one at <see cref="Path"/>, which looks like a device, is read here, and the other way round.
/// </summary>
/// <remarks>Raw, so that no byte is changed: pty(7), termios(3).</remarks>
internal sealed class PseudoTerminal : IDisposable
{
    // fcntl.h, the same on amd64 and arm64
    private const int ReadWrite = 0x2;
    private const int NoControllingTerminal = 0x100;
    private const int NonBlocking = 0x800;
    private const int CloseOnExecute = 0x80000;
    private const int Flags = ReadWrite | NoControllingTerminal | NonBlocking | CloseOnExecute;

    private const nuint SetExclusive = 0x540C; // TIOCEXCL, asm-generic/ioctls.h
    private const nuint EndExclusive = 0x540D; // TIOCNXCL
    private const short Readable = 0x1; // POLLIN, poll(2)
    private const int TermiosBytes = 256; // 60 on Linux; room to spare
    private const int LongestPath = 64;

    private readonly SafeFileHandle _master;

    /// <summary>Held open, so that the master does not see the end (EIO) whenever the last writer leaves.</summary>
    private readonly SafeFileHandle _slave;

    public PseudoTerminal()
    {
        _master = Checked(posix_openpt(Flags), "posix_openpt");
        Check(grantpt(_master), "grantpt");
        Check(unlockpt(_master), "unlockpt");
        Path = NameOf(_master);
        _slave = Open(Path);
        MakeRaw(_slave);
    }

    /// <summary>The device's path: <c>/dev/pts/3</c>.</summary>
    public string Path { get; }

    /// <summary>Opens a device as a program does that never wants to wait for it.</summary>
    public static SafeFileHandle Open(string path) => Checked(open(Encoding.UTF8.GetBytes(path + '\0'), Flags), $"open {path}");

    /// <returns>How many bytes were taken; -1 when none can be now (EAGAIN).</returns>
    public static int Write(SafeFileHandle handle, ReadOnlySpan<byte> bytes) => (int)write(handle, bytes.ToArray(), (nuint)bytes.Length);

    /// <returns>How many bytes came; -1 when there are none now (EAGAIN).</returns>
    public static int Read(SafeFileHandle handle, byte[] bytes) => (int)read(handle, bytes, (nuint)bytes.Length);

    /// <summary>Waits until there is something to read. May come back without (EINTR).</summary>
    /// <param name="milliseconds">-1 for ever.</param>
    public static void WaitForBytes(SafeFileHandle handle, int milliseconds)
    {
        var wait = new PollDescriptor { Descriptor = (int)handle.DangerousGetHandle(), Events = Readable };
        _ = poll(ref wait, 1, milliseconds);
    }

    public void WaitForBytes() => WaitForBytes(_master, -1);

    public int Read(byte[] bytes) => Read(_master, bytes);

    public void Write(ReadOnlySpan<byte> bytes) => Write(_master, bytes);

    /// <summary>Ends a <see cref="WaitForBytes()"/> by a byte of our own.</summary>
    public void Wake() => Write(_slave, [0]);

    /// <summary>While exclusive, a further open fails with EBUSY, except by CAP_SYS_ADMIN (tty_ioctl(4)).</summary>
    public void Exclusive(bool on) => Check(ioctl(_slave, on ? SetExclusive : EndExclusive, 0), "ioctl");

    public void Dispose()
    {
        _slave.Dispose();
        _master.Dispose();
    }

    private static string NameOf(SafeFileHandle master)
    {
        var name = new byte[LongestPath];
        Check(ptsname_r(master, name, (nuint)name.Length), "ptsname_r");
        return Encoding.ASCII.GetString(name).TrimEnd('\0');
    }

    private static void MakeRaw(SafeFileHandle slave)
    {
        var settings = new byte[TermiosBytes];
        Check(tcgetattr(slave, settings), "tcgetattr");
        cfmakeraw(settings);
        Check(tcsetattr(slave, 0, settings), "tcsetattr");
    }

    private static SafeFileHandle Checked(SafeFileHandle handle, string call)
    {
        Check(handle.IsInvalid ? -1 : 0, call);
        return handle;
    }

    private static void Check(int result, string call)
    {
        if (result != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError(), $"{call}: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    [DllImport("libc.so.6", SetLastError = true)]
    private static extern SafeFileHandle posix_openpt(int flags);

    [DllImport("libc.so.6", SetLastError = true)]
    private static extern int grantpt(SafeFileHandle master);

    [DllImport("libc.so.6", SetLastError = true)]
    private static extern int unlockpt(SafeFileHandle master);

    [DllImport("libc.so.6", SetLastError = true)]
    private static extern int ptsname_r(SafeFileHandle master, byte[] name, nuint length);

    [DllImport("libc.so.6", SetLastError = true)]
    private static extern SafeFileHandle open(byte[] path, int flags);

    [DllImport("libc.so.6", SetLastError = true)]
    private static extern int tcgetattr(SafeFileHandle terminal, byte[] settings);

    [DllImport("libc.so.6")]
    private static extern void cfmakeraw(byte[] settings);

    [DllImport("libc.so.6", SetLastError = true)]
    private static extern int tcsetattr(SafeFileHandle terminal, int when, byte[] settings);

    [DllImport("libc.so.6", SetLastError = true)]
    private static extern int ioctl(SafeFileHandle terminal, nuint request, nint argument);

    [DllImport("libc.so.6", SetLastError = true)]
    private static extern nint read(SafeFileHandle handle, byte[] bytes, nuint count);

    [DllImport("libc.so.6", SetLastError = true)]
    private static extern nint write(SafeFileHandle handle, byte[] bytes, nuint count);

    [DllImport("libc.so.6", SetLastError = true)]
    private static extern int poll(ref PollDescriptor descriptors, nuint count, int milliseconds);

    /// <summary>struct pollfd, poll(2).</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }
}
