using Kiosk.Tests.Houses;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Visitor;

/// <summary>A printer that never says how it is, as many do: it is trusted, and nothing is claimed.</summary>
[Platform("Linux")]
public sealed class SilentPrinterTests
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    [Test]
    public async Task It_is_offered_prints_and_the_visitor_is_told_what_to_do_if_nothing_comes()
    {
        var paper = new PaperPrinter(576) { AnswersStatus = false };
        await using var network = new TcpTestPrinter(paper);
        using var kiosk = KioskHost.Start("Kiosk:Printer=escpos:tcp://" + network.Address);
        using var caller = kiosk.Caller(followsRedirects: true);
        using var guard = new CancellationTokenSource(Guard);
        while (!(await Get(caller, "/health")).Contains("\"state\":\"unknown\"", StringComparison.Ordinal))
        {
            await Task.Delay(50, guard.Token);
        }

        Assert.That((await Get(caller, "/fr/service/teeth")).Contains("method=\"post\"", StringComparison.Ordinal), Is.True);
        using var answer = await caller.PostAsync(new Uri("/fr/service/teeth/slip", UriKind.Relative), null);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.That(page.Contains(DemoHouse.Speaking("fr").Translate("slip.sent").Text, StringComparison.Ordinal), Is.True);
        Assert.That(page.Contains("class=\"qr\"", StringComparison.Ordinal), Is.True);
        await paper.NextSlipAsync(Guard);
        Assert.That(await Get(caller, "/health"), Does.Contain("\"status\":\"well\"").And.Contain("\"failures\":{\"count\":0}"));
    }

    private static Task<string> Get(HttpClient caller, string path) => caller.GetStringAsync(new Uri(path, UriKind.Relative));
}
