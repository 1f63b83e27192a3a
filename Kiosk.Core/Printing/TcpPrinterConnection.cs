using System.Diagnostics;
using System.Net.Sockets;

namespace Kiosk.Core.Printing;

/// <summary>A printer on the network, by its raw port (9100 by custom).</summary>
internal sealed class TcpPrinterConnection : IPrinterConnection
{
    /// <summary>Small, so that what was taken is what the printer took, and not what waits here.</summary>
    private const int SendBufferBytes = 4096;

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, SendBufferSize = SendBufferBytes };

    private bool _isStuck;

    private TcpPrinterConnection() { }

    public bool CanAnswer => true;

    /// <exception cref="PrinterConnectionException">Nobody answers there.</exception>
    public static TcpPrinterConnection Open(string host, int port, TimeSpan timeout)
    {
        var connection = new TcpPrinterConnection();
        try
        {
            using var ending = new CancellationTokenSource(timeout);
            connection._socket.ConnectAsync(host, port, ending.Token).AsTask().GetAwaiter().GetResult();
            connection._socket.Blocking = false;
            return connection;
        }
        catch (Exception problem) when (problem is SocketException or OperationCanceledException)
        {
            connection.Dispose();
            throw new PrinterConnectionException(PrinterState.Absent);
        }
    }

    public int Write(ReadOnlySpan<byte> bytes, TimeSpan timeout)
    {
        var (taken, begun) = (0, Stopwatch.GetTimestamp());
        while (
            taken < bytes.Length
            && timeout - Stopwatch.GetElapsedTime(begun) is var left
            && left > TimeSpan.Zero
            && _socket.Poll(left, SelectMode.SelectWrite)
        )
        {
            taken += Checked(_socket.Send(bytes[taken..], SocketFlags.None, out var error), error);
        }

        _isStuck |= taken < bytes.Length;
        return taken;
    }

    public int Read(Span<byte> buffer, TimeSpan timeout)
    {
        if (!_socket.Poll(timeout, SelectMode.SelectRead))
        {
            return 0;
        }

        var read = Checked(_socket.Receive(buffer, SocketFlags.None, out var error), error);
        return read > 0 || error == SocketError.WouldBlock ? read : throw new PrinterConnectionException(PrinterState.Gone); // it hung up
    }

    /// <summary>What a printer did not take is thrown away, and not delivered when it wakes.</summary>
    public void Dispose()
    {
        if (_isStuck)
        {
            _socket.LingerState = new LingerOption(true, 0);
        }

        _socket.Dispose();
    }

    private static int Checked(int bytes, SocketError error) =>
        error is SocketError.Success or SocketError.WouldBlock ? bytes : throw new PrinterConnectionException(PrinterState.Gone);
}
