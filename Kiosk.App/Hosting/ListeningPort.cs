using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Kiosk.App.Hosting;

/// <summary>The port of an address on which the kiosk listens.</summary>
internal static partial class ListeningPort
{
    /// <returns>A sentence when what stands in its place is no port; null when it is one, or none is written.</returns>
    public static string[]? Problem(string setting, string url)
    {
        var match = Written().Match(url);
        return !match.Success || IsPort(match.Groups["port"].Value)
            ? null
            :
            [
                $"Kiosk:{setting} is {url}: "
                    + (match.Groups["port"].Value is { Length: > 0 } port ? $"{port} is no port" : "the port is missing behind the colon")
                    + "; write a number from 1 to 65535, best above 1023.",
            ];
    }

    /// <summary>Whether two listeners would meet on one port of one address.</summary>
    public static bool IsShared(Uri visitor, Uri staff) =>
        visitor.Port == staff.Port && (staff.IsLoopback || staff.Host is "0.0.0.0" or "[::]");

    private static bool IsPort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort;

    [GeneratedRegex(@"^[a-z]+://(\[[^\]]*\]|[^/:\[]*):(?<port>[^/]*)")]
    private static partial Regex Written();
}
