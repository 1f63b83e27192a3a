using System.Net.Sockets;

namespace Kiosk.Tests.Support;

/// <summary>Stands where <c>kiosk-picture.socket</c> would be: each connection is one picture, made by the test.</summary>
internal sealed class CameraSocket : IAsyncDisposable
{
    private readonly string _path;
    private readonly Func<Task<byte[]>> _take;
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly Task _serving;

    public CameraSocket(string path, Func<Task<byte[]>> take)
    {
        (_path, _take) = (path, take);
        _socket.Bind(new UnixDomainSocketEndPoint(path));
        _socket.Listen();
        _serving = ServeAsync();
    }

    /// <summary>How often a picture was asked for.</summary>
    public int Asked { get; private set; }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        await _serving;
        File.Delete(_path);
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await _socket.AcceptAsync();
                Asked++;
                await connection.SendAsync(await _take());
            }
        }
        catch (SocketException)
        {
            // the test is over
        }
    }
}
