using System.Net;
using System.Net.Sockets;

namespace Kiosk.Tests.Support;

/// <summary>A printer on the network, as on port 9100: a free port of this machine, one connection served at a time, others wait.</summary>
/// <remarks>What half came stays in the printer when a connection ends, as in a real one.</remarks>
public sealed class TcpTestPrinter : IAsyncDisposable
{
    /// <summary>Small, so that a printer that takes no more is felt soon, and large enough for a band and its segments: with less, the
    /// window closes between two of them, and now and then the sender waits for seconds until it asks again. Linux doubles it (socket(7),
    /// SO_RCVBUF).</summary>
    private const int KernelBufferBytes = 16 * 1024;

    /// <summary>Ethernet's. One of the loopback's own 64 KB would not fit the buffer.</summary>
    private const int SegmentBytes = 1460;

    private const int TcpMaximumSegment = 2; // TCP_MAXSEG, linux/tcp.h

    private readonly CancellationTokenSource _ended = new();
    private readonly Lock _lock = new();
    private readonly Gate _accepts = new(open: true);
    private readonly Pace _pace = new();
    private readonly IPEndPoint _endPoint;
    private readonly Task _serving;
    private Socket _listener;
    private int? _bytesUntilCut;

    public TcpTestPrinter(PaperPrinter printer)
    {
        Printer = printer;
        _listener = Listen(new IPEndPoint(IPAddress.Loopback, 0));
        _endPoint = (IPEndPoint)_listener.LocalEndPoint!;
        _serving = Task.Run(ServeAsync);
    }

    public PaperPrinter Printer { get; }

    /// <summary>Host and port: <c>127.0.0.1:40123</c>.</summary>
    public string Address => _endPoint.ToString();

    /// <summary>Connections served so far, the present one included.</summary>
    public int Connections { get; private set; }

    /// <summary>Null for as fast as it can; 1 for one byte a second.</summary>
    public int? BytesPerSecond
    {
        get => _pace.BytesPerSecond;
        set => _pace.BytesPerSecond = value;
    }

    /// <summary>After so many more bytes the connection is reset (RST), once; null when none is to be.</summary>
    public int? CutConnectionAfterBytes
    {
        get => Locked(() => _bytesUntilCut);
        set => Locked(() => _bytesUntilCut = value);
    }

    /// <summary>False: nobody listens, a new connection is refused and those that wait are reset. The one being served goes on.</summary>
    public bool AcceptsConnections
    {
        get => _accepts.IsOpen;
        set => Locked(() => value == _accepts.IsOpen || Accept(value));
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _serving;
        _listener.Dispose();
        _ended.Dispose();
    }

    private bool Accept(bool accepts)
    {
        _listener.Dispose();
        _listener = accepts ? Listen(_endPoint) : _listener;
        _accepts.Set(accepts);
        return accepts;
    }

    private static Socket Listen(IPEndPoint endPoint)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            ReceiveBufferSize = KernelBufferBytes,
            NoDelay = true,
        };
        if (OperatingSystem.IsLinux())
        {
            listener.SetRawSocketOption((int)SocketOptionLevel.Tcp, TcpMaximumSegment, BitConverter.GetBytes(SegmentBytes));
        }

        listener.Bind(endPoint);
        listener.Listen();
        return listener;
    }

    private async Task ServeAsync()
    {
        while (!_ended.IsCancellationRequested)
        {
            try
            {
                await _accepts.WhenOpenAsync(_ended.Token);
                using var connection = await Locked(() => _listener).AcceptAsync(_ended.Token);
                Connections++;
                await ServeAsync(connection);
            }
            catch (Exception over) when (over is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // The other side is gone, nobody listens any more, or the test is over: a printer waits for the next.
            }
        }
    }

    private async Task ServeAsync(Socket connection)
    {
        void Send(byte[] answer) => TrySend(connection, answer);
        Printer.Answered += Send;
        try
        {
            while (await TakeAsync(connection)) { }
        }
        finally
        {
            Printer.Answered -= Send;
        }
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> TakeAsync(Socket connection)
    {
        await Printer.WhenRoomAsync(_ended.Token);
        await connection.ReceiveAsync(Memory<byte>.Empty, _ended.Token); // there is something, or the end: what was set meanwhile counts
        var most = Math.Min(Math.Min(Printer.Room, _pace.PortionBytes), CutConnectionAfterBytes ?? int.MaxValue);
        if (most == 0)
        {
            return !CutsNow(connection);
        }

        var bytes = new byte[most];
        var count = await connection.ReceiveAsync(bytes, _ended.Token);
        Printer.Take(bytes.AsSpan(0, count));
        Locked(() => _bytesUntilCut -= count);
        await _pace.AfterAsync(count, _ended.Token);
        return count > 0 && !CutsNow(connection);
    }

    private bool CutsNow(Socket connection)
    {
        var cuts = CutConnectionAfterBytes == 0;
        if (cuts)
        {
            CutConnectionAfterBytes = null;
            connection.LingerState = new LingerOption(enable: true, seconds: 0); // closing sends RST (socket(7), SO_LINGER)
            connection.Close();
        }

        return cuts;
    }

    private static void TrySend(Socket connection, byte[] answer)
    {
        try
        {
            connection.Send(answer);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // Nobody is there to hear it.
        }
    }

    private T Locked<T>(Func<T> change)
    {
        lock (_lock)
        {
            return change();
        }
    }
}
