using System.Net;
using System.Net.Sockets;
using System.Text;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary>P5: what was asked for, however oddly, is answered and forgotten.</summary>
[Category("Process"), Platform("Linux")]
public sealed class OddRequestTests
{
    private const string Form = "Content-Type: application/x-www-form-urlencoded\r\n";

    [Test]
    public async Task No_request_however_odd_adds_a_line_to_the_log()
    {
        using var folders = new KioskFolders();
        await using var kiosk = await KioskProcess.StartAsync(folders);
        var said = kiosk.Said;
        foreach (var (request, status) in OddRequests)
        {
            Assert.That(await Ask(kiosk, request), Does.StartWith($"HTTP/1.1 {status} "), request[..Math.Min(request.Length, 100)]);
        }

        using var answer = await kiosk.Tap("topic/housing");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(await kiosk.StopAsync(), Is.Zero);
        Assert.That((kiosk.Said, kiosk.Complained), Is.EqualTo((said, "")));
    }

    private static IEnumerable<(string Request, int Status)> OddRequests =>
        [
            ("GET /ar/service/teeth-of-mine HTTP/1.1\r\n\r\n", 404),
            ("GET /xx/topic/housing HTTP/1.1\r\n\r\n", 404),
            ("GET /fr/topic/housing?page=many HTTP/1.1\r\n\r\n", 404),
            ("GET /fr/%ff%fe?with=%00 HTTP/1.1\r\n\r\n", 404),
            ("GET /fr/../../etc/passwd HTTP/1.1\r\n\r\n", 404),
            ($"GET /fr/{new string('a', 9000)} HTTP/1.1\r\n\r\n", 414),
            ($"GET /fr/ HTTP/1.1\r\nCookie: {new string('a', 40_000)}\r\n\r\n", 431),
            ("GET /fr/topic/housing HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n", 400),
            ("GET /fr/topic/housing\r\n\r\n", 400),
            ("\u0016\u0003\u0001 hello\r\n\r\n", 400),
            ("PUT /ar/service/teeth HTTP/1.1\r\nContent-Length: 0\r\n\r\n", 405),
            ("POST /ar/service/teeth HTTP/1.1\r\nContent-Length: 0\r\n\r\n", 405),
            ("POST /tap HTTP/1.1\r\nSec-Fetch-Site: cross-site\r\nContent-Length: 0\r\n\r\n", 403),
            ("POST /tap HTTP/1.1\r\nContent-Length: 0\r\n\r\n", 400),
            ($"POST /tap HTTP/1.1\r\n{Form}Content-Length: 13\r\n\r\ncell=%zz%00&&", 400),
            ($"POST /tap HTTP/1.1\r\n{Form}Content-Length: 21\r\n\r\ncell=service/my-teeth", 400),
            ($"POST /tap HTTP/1.1\r\n{Form}Content-Length: 900000\r\n\r\n", 413),
            ($"POST /tap HTTP/1.1\r\n{Form}Transfer-Encoding: chunked\r\n\r\nteeth\r\n", 400),
            ("POST /tap HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 5\r\n\r\nteeth", 400),
            ("POST /tap HTTP/1.1\r\nContent-Type: multipart/form-data\r\nContent-Length: 5\r\n\r\nteeth", 400),
        ];

    /// <summary>Sends the bytes as they are, with a right Host unless the request brings its own, and hears all that is answered.</summary>
    private static async Task<string> Ask(KioskProcess kiosk, string request)
    {
        var address = new Uri(kiosk.Address);
        using var line = new TcpClient();
        await line.ConnectAsync(IPAddress.Loopback, address.Port);
        var hosted = request.Replace(" HTTP/1.1\r\n", $" HTTP/1.1\r\nHost: {address.Authority}\r\n", StringComparison.Ordinal);
        await line.Client.SendAsync(Encoding.Latin1.GetBytes(request.Contains("Host:", StringComparison.Ordinal) ? request : hosted));
        using var answer = new StreamReader(line.GetStream(), Encoding.Latin1);
        return await answer.ReadLineAsync() ?? "";
    }
}
