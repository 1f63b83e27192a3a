using System.Net;
using System.Text;
using Kiosk.Core.Pictograms;
using Kiosk.Tests.Pictograms;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Kiosk.Tests.Visitor;

/// <summary>A house's drawings on the visitor's pages.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class DrawingTests : IDisposable
{
    private readonly KioskHost _kiosk = KioskHost.Start();

    public void Dispose() => _kiosk.Dispose();

    private PictogramSet Set => _kiosk.Services.GetRequiredService<PictogramSet>();

    [Test]
    public async Task A_drawing_of_our_tones_stands_in_the_page_and_any_other_beside_it()
    {
        const string Ours =
            """<svg viewBox="0 0 48 48" xmlns="http://www.w3.org/2000/svg"><circle class="ink" cx="24" cy="24" r="19" """
            + """fill="#2B1B3D" /></svg>""";
        Set.Keep("food", UploadedDrawing.Read(Encoding.UTF8.GetBytes(Ours)).Drawing!, new PictogramCredit("Ann", false));
        Set.Keep("housing", new CleanDrawing(DrawingFormat.Png, Pngs.Made(8, 8)), new PictogramCredit("Ann", false));
        using var caller = _kiosk.Caller();
        var page = await caller.GetStringAsync("/fr/");
        Assert.That(page, Does.Contain("r=\"19\"").And.Contain($"src=\"/drawing/{Set["housing"].Mark}/housing\""));
    }

    [Test]
    public async Task It_is_served_as_a_picture_that_can_do_nothing()
    {
        Set.Keep("housing", new CleanDrawing(DrawingFormat.Png, Pngs.Made(8, 8)), new PictogramCredit("Ann", false));
        using var caller = _kiosk.Caller();
        using var answer = await caller.GetAsync($"/drawing/{Set["housing"].Mark}/housing");
        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("image/png"));
        Assert.That(answer.Headers.GetValues("Content-Security-Policy"), Is.EqualTo(new[] { "default-src 'none'; sandbox" }));
        Assert.That(answer.Headers.CacheControl!.ToString(), Does.Contain("immutable"));
    }

    [TestCase("/drawing/000000000000/housing")]
    [TestCase("/drawing/000000000000/none")]
    public async Task An_old_or_unknown_one_is_not_there(string path)
    {
        using var caller = _kiosk.Caller();
        using var answer = await caller.GetAsync(path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Visitors_see_the_line_where_the_licence_asks_for_it()
    {
        Set.Keep("food", new CleanDrawing(DrawingFormat.Png, Pngs.Made(8, 8)), new PictogramCredit("Sergio Palao, ARASAAC", true));
        Set.Keep("housing", new CleanDrawing(DrawingFormat.Png, Pngs.Made(8, 8)), new PictogramCredit("Ours", false));
        using var caller = _kiosk.Caller();
        var page = await caller.GetStringAsync("/fr/person");
        Assert.That(page, Does.Contain("Dessins : Sergio Palao, ARASAAC<"));
    }
}
