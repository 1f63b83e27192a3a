using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Kiosk.App.Hosting;

/// <summary>Opens a listener for one side; all that comes in by it carries that side.</summary>
internal static class Listening
{
    /// <param name="url">Scheme, an address of this machine or <c>localhost</c>, and a port.</param>
    public static void ListenFor(this KestrelServerOptions kestrel, Side side, string url, Action<ListenOptions>? more = null)
    {
        var uri = new Uri(url);
        void Configure(ListenOptions listen)
        {
            listen.Use(next =>
                connection =>
                {
                    connection.Features.Set(new CameInBy(side));
                    return next(connection);
                }
            );
            more?.Invoke(listen);
        }

        if (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address))
        {
            kestrel.Listen(address, uri.Port, Configure);
        }
        else
        {
            kestrel.ListenLocalhost(uri.Port, Configure);
        }
    }
}
