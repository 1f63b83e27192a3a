using Kiosk.Core.Pictograms;
using Kiosk.Tests.Pictograms;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>A house's drawing is drawn on the screen: the left half of it is ink.</summary>
public sealed class DrawingOnScreenTests : BrowserTest
{
    [TestCaseSource(typeof(DrawnTests), nameof(DrawnTests.Files))]
    public async Task The_screen_shows_it(byte[] file)
    {
        Kiosk
            .Services.GetRequiredService<PictogramSet>()
            .Keep("food", UploadedDrawing.Read(file).Drawing!, new PictogramCredit("Ann", false));
        var screen = await Screen();
        await screen.Open("/fr/");
        var dark = await screen.Page.EvaluateAsync<bool[]>(
            """
            async () => { const image = document.querySelector('a[href$="topic/food"] img'); await image.decode();
              const c = new OffscreenCanvas(96, 96).getContext('2d', { willReadFrequently: true });
              c.fillStyle = '#fff';
              c.fillRect(0, 0, 96, 96);
              c.drawImage(image, 0, 0, 96, 96);
              return [24, 72].map(x => c.getImageData(x, 48, 1, 1).data[1] < 128) }
            """
        );
        Assert.That(dark, Is.EqualTo(new[] { true, false }));
    }
}
