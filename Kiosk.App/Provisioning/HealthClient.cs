using System.Net;
using System.Text.Json;

namespace Kiosk.App.Provisioning;

/// <summary>Asks a running kiosk how it is.</summary>
internal static class HealthClient
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>A card of 2012 takes half a minute; an update may have to change ten years of counts.</summary>
    private const int Tries = 120;

    /// <summary>Waits until it serves, at most two minutes.</summary>
    /// <returns>Whether it does.</returns>
    public static bool Wait(string visitorUrl)
    {
        using var timer = new PeriodicTimer(Pause);
        for (var tried = 1; !IsWhole(Ask(visitorUrl)); tried++)
        {
            if (tried == Tries)
            {
                return false;
            }

            timer.WaitForNextTickAsync().AsTask().GetAwaiter().GetResult();
        }

        return true;
    }

    /// <summary>One that shows a house from memory, because its data folder cannot be used, is not whole.</summary>
    private static bool IsWhole(string? health) =>
        health is not null
        && JsonDocument.Parse(health).RootElement.GetProperty("start").GetProperty("state").GetString() != "without-data";

    /// <returns>What <c>/health</c> says; null when there is no answer, or none that is well.</returns>
    public static string? Ask(string visitorUrl)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var answer = client.Send(new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(visitorUrl), "/health")));
            using var text = new StreamReader(answer.Content.ReadAsStream());
            return answer.StatusCode == HttpStatusCode.OK ? text.ReadToEnd() : null;
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }
}
