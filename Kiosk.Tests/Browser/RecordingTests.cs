using Kiosk.App.Speech;
using Kiosk.Core.Devices;
using Kiosk.Tests.Speech;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>A volunteer at the tablet says a text; the microphone is Chromium's own, which beeps once a second.</summary>
public sealed class RecordingTests : StaffBrowserTest
{
    [Test]
    public async Task One_touch_begins_another_ends_and_the_next_text_follows()
    {
        var tablet = await Tablet(Role.Staff);
        await tablet.Open("/texts/ar/record");
        var first = await tablet.Page.Locator(".record-words").InnerTextAsync();
        Assert.That(await tablet.Attribute(".record-words", "dir"), Is.EqualTo("rtl"));
        await tablet.Touch("[data-say]");
        await tablet.Waits(".taking [data-end]");
        await Task.Delay(TimeSpan.FromSeconds(2)); // what is said lasts
        await tablet.Touch("[data-say]");
        await tablet.Waits(".done");
        var recorded = Kiosk.Services.GetRequiredService<Voice>().Recorded.All().Single();
        Assert.That(recorded.Text, Is.EqualTo(first));
        var heard = await Heard.In(Kiosk.Services.GetRequiredService<Voice>().Recorded.Find(recorded)!);
        Assert.That(heard.Peak, Is.InRange(-6.0, -1.0));
        await tablet.Touch(".record-way .push");
        Assert.That(await tablet.Page.Locator(".record-words").InnerTextAsync(), Is.Not.EqualTo(first));
    }

    [Test]
    public async Task Without_scripts_a_file_can_be_sent()
    {
        var tablet = await Tablet(Role.Staff, scripts: false);
        await tablet.Open("/texts/fr/record");
        await tablet.Page.SetInputFilesAsync(
            "input[type=file]",
            new Microsoft.Playwright.FilePayload
            {
                Name = "said.wav",
                MimeType = "audio/wav",
                Buffer = Wav.Tone(seconds: 1, volume: 0.3),
            }
        );
        await tablet.Touch("[data-file] button");
        await tablet.Waits(".done");
    }
}
