using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

[Category("Process"), Platform("Linux")]
public sealed class StopTests
{
    /// <summary>A stream that the kiosk cut off, instead of ending it, would throw here.</summary>
    [Test]
    public async Task An_open_page_is_told_the_end_and_does_not_hold_the_kiosk_up()
    {
        using var folders = new KioskFolders();
        await using var kiosk = await KioskProcess.StartAsync(folders);
        using var news = new StreamReader(await kiosk.Client.GetStreamAsync(new Uri("/live", UriKind.Relative)));
        Assert.That(await news.ReadLineAsync(), Is.EqualTo("event: open"));

        var said = kiosk.Said;
        var exit = kiosk.StopAsync();
        Assert.That((await news.ReadToEndAsync()).Trim(), Is.EqualTo("data:"));
        Assert.That(await exit, Is.Zero);
        Assert.That((kiosk.Said, kiosk.Complained), Is.EqualTo((said, "")));
    }
}
