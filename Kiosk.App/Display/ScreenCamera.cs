using System.Net.Sockets;

namespace Kiosk.App.Display;

/// <summary>
/// Takes a picture of the screen through the machine's socket (<c>kiosk-picture.socket</c>). It goes from memory to memory, into no file.
/// </summary>
/// <param name="path">Where that socket is; elsewhere than on a machine that was set up there is none.</param>
public sealed class ScreenCamera(string path, ILogger<ScreenCamera> logger)
{
    /// <summary>As <c>kiosk-picture.socket</c> has it.</summary>
    public const string SocketOfTheMachine = "/run/kiosk-picture";

    /// <summary>A 4K screen of noise, which nothing makes smaller, has 33 MB.</summary>
    private const int LargestBytes = 40_000_000;

    private const int Ending = 8; // bytes: the name of the last chunk, and its checksum

    /// <summary>The unit itself is ended after ten seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    private static ReadOnlySpan<byte> Beginning => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Whether this machine was set up as an appliance.</summary>
    public bool IsThere => !OperatingSystem.IsWindows() && File.Exists(path);

    /// <returns>A PNG file; null when there is no picture: the screen is off, or has just stopped.</returns>
    public async Task<byte[]?> Take(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), patience.Token);
            var picture = await ReadAll(socket, patience.Token);
            return IsPng(picture) ? picture : null;
        }
        catch (Exception problem) when (problem is SocketException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            logger.LogWarning("There was no picture of the screen. {Problem}", problem.Message);
            return null;
        }
    }

    private static async Task<byte[]> ReadAll(Socket socket, CancellationToken cancel)
    {
        using var picture = new MemoryStream();
        var piece = new byte[64 * 1024];
        while (await socket.ReceiveAsync(piece, cancel) is var count and > 0 && picture.Length < LargestBytes)
        {
            picture.Write(piece.AsSpan(0, count));
        }

        return picture.ToArray();
    }

    /// <summary>
    /// Begins with the signature of PNG and ends with its last chunk, IEND: one that was cut short shows half a screen (PNG, third edition,
    /// 5.2 and 11.2.5).
    /// </summary>
    private static bool IsPng(ReadOnlySpan<byte> picture) =>
        picture.Length > Beginning.Length + Ending && picture.StartsWith(Beginning) && picture[^Ending..].StartsWith("IEND"u8);
}
