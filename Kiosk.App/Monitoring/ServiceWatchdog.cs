using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Kiosk.App.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Kiosk.App.Monitoring;

/// <summary>
/// Looks at the program as the screen sees it, and tells systemd: ready once the visitors' side answers, alive each time it does.
/// </summary>
/// <remarks>
/// A program that hangs says nothing, and systemd starts it anew: a sign of life that is sent without looking would keep a dead screen up.
/// </remarks>
internal sealed class ServiceWatchdog(
    SystemdNotifier manager,
    StartupState start,
    IServer server,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<ServiceWatchdog> logger
) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!manager.Listens)
        {
            return;
        }

        lifetime.ApplicationStopping.Register(Stopping);
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        var ending = closing.Token; // before the addresses are closed, which would look like a fault
        var every = (manager.Patience ?? UsualPatience) / 2;
        using var caller = Caller(patience: every * 0.8);
        try
        {
            await Started(ending);
            while (!await Answers(caller, "http:", ending)) // the visitors' side alone: trouble on the tablets' must not take it down
            {
                await Task.Delay(Again, time, ending);
            }

            manager.Ready();
            await KeepTelling(caller, every, ending);
        }
        catch (OperationCanceledException)
        {
            // the kiosk is closing, or another has its address
        }
    }

    /// <summary>Not when it only starts anew with its data: systemd would take it at its word, and end it.</summary>
    private void Stopping()
    {
        if (!start.RestartRequested)
        {
            manager.Stopping();
        }
    }

    private async Task KeepTelling(HttpClient caller, TimeSpan every, CancellationToken ending)
    {
        using var timer = new PeriodicTimer(every);
        var wasWell = true;
        do
        {
            var isWell = await Answers(caller, "http:", ending);
            if (isWell)
            {
                manager.IsAlive();
            }
            else if (wasWell)
            {
                logger.LogError("The kiosk does not answer itself; unless it does soon, it is started anew.");
            }

            wasWell = isWell;
        } while (manager.Patience is not null && await timer.WaitForNextTickAsync(ending));
    }

    private async Task<bool> Answers(HttpClient caller, string scheme, CancellationToken ending)
    {
        try
        {
            var address = server
                .Features.GetRequiredFeature<IServerAddressesFeature>()
                .Addresses.First(url => url.StartsWith(scheme, StringComparison.Ordinal));
            using var answer = await caller.GetAsync(new Uri(OnThisMachine(address), "/health"), ending);
            // on the tablets' side it is no tablet, and is told so
            return (int)answer.StatusCode < StatusCodes.Status500InternalServerError;
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException)
        {
            ending.ThrowIfCancellationRequested();
            return false;
        }
    }

    private Task Started(CancellationToken ending)
    {
        var started = new TaskCompletionSource();
        lifetime.ApplicationStarted.Register(started.SetResult);
        return started.Task.WaitAsync(ending);
    }

    private static Uri OnThisMachine(string address) =>
        new(
            address.Replace("//0.0.0.0:", "//127.0.0.1:", StringComparison.Ordinal).Replace("//[::]:", "//[::1]:", StringComparison.Ordinal)
        );

    private static HttpClient Caller(TimeSpan patience) =>
        new(
            new SocketsHttpHandler
            {
                UseProxy = false,
                UseCookies = false,
                AllowAutoRedirect = false,
                PooledConnectionLifetime = TimeSpan.Zero, // each look opens a connection, as a screen does
                SslOptions = { RemoteCertificateValidationCallback = IsOnThisMachine },
            }
        )
        {
            Timeout = patience,
        };

    /// <summary>It asks itself, at an address that leaves no machine: whose certificate answers makes no difference.</summary>
    private static bool IsOnThisMachine(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        certificate is not null;
}
