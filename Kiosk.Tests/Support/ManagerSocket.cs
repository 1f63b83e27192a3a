using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using NUnit.Framework;

namespace Kiosk.Tests.Support;

/// <summary>The socket on which systemd listens to a service: a real one, with a test behind it.</summary>
internal sealed class ManagerSocket : IDisposable
{
    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(1);

    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
    private readonly Channel<string> _heard = Channel.CreateUnbounded<string>();

    public ManagerSocket(string path)
    {
        Path = path;
        _socket.Bind(new UnixDomainSocketEndPoint(path.StartsWith('@') ? "\0" + path[1..] : path));
        _ = ListenAsync();
    }

    public string Path { get; }

    /// <summary>What was said since it was last asked.</summary>
    public IReadOnlyList<string> HeardSince()
    {
        var said = new List<string>();
        while (_heard.Reader.TryRead(out var word))
        {
            said.Add(word);
        }

        return said;
    }

    /// <summary>Waits for a word; a guard against a test that hangs, not a bar.</summary>
    public async Task<string> HearAsync()
    {
        using var guard = new CancellationTokenSource(Guard);
        return await _heard.Reader.ReadAsync(guard.Token);
    }

    /// <summary>Waits until that word was said; what else was said is passed over.</summary>
    public async Task HearAsync(string word)
    {
        while (await HearAsync() != word)
        {
            Assert.That(word, Is.Not.Empty);
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task ListenAsync()
    {
        var word = new byte[1024];
        try
        {
            while (true)
            {
                var length = await _socket.ReceiveAsync(word);
                _heard.Writer.TryWrite(Encoding.UTF8.GetString(word, 0, length));
            }
        }
        catch (Exception problem) when (problem is SocketException or ObjectDisposedException)
        {
            _heard.Writer.TryComplete();
        }
    }
}
