using System.Net;
using Kiosk.App.Hosting;
using Kiosk.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Kiosk.Tests.Staff;

/// <summary>The touchscreen's listener answers nothing of the tablets', and theirs nothing of the touchscreen's.</summary>
public sealed class SidesTests
{
    private KioskHost _kiosk = null!;

    [OneTimeSetUp]
    public void Start() => _kiosk = KioskHost.Start();

    [OneTimeTearDown]
    public void Stop() => _kiosk.Dispose();

    private IEnumerable<RouteEndpoint> Endpoints =>
        _kiosk.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    [Test]
    public void Every_page_and_endpoint_is_on_one_side_but_for_drawings()
    {
        Assert.That(Endpoints.Where(endpoint => !SidesOf(endpoint).Any()).Select(endpoint => endpoint.DisplayName), Is.Empty);
        Assert.That(
            Endpoints.Where(endpoint => SidesOf(endpoint).Count() > 1).Select(endpoint => endpoint.RoutePattern.RawText),
            Is.EqualTo(new[] { "/drawing/{mark}/{name}" })
        );
    }

    [Test]
    public async Task A_side_answers_nothing_of_the_others()
    {
        using var visitor = _kiosk.Caller();
        using var tablet = _kiosk.StaffCaller();
        var staffs = PathsOf(Side.Staff).ToList();
        var visitors = PathsOf(Side.Visitor).ToList();
        Assert.That(staffs, Is.Not.Empty);
        Assert.That(visitors, Is.Not.Empty);
        foreach (var path in staffs.Except(visitors))
        {
            Assert.That(await StatusOf(visitor, path), Is.EqualTo(HttpStatusCode.NotFound), path);
        }

        foreach (var path in visitors.Except(staffs))
        {
            Assert.That(await StatusOf(tablet, path), Is.EqualTo(HttpStatusCode.NotFound), path);
        }
    }

    /// <summary>Everything of staff's asks for a paired tablet, but for what leads to being one.</summary>
    [Test]
    public async Task A_stranger_on_the_houses_network_reaches_pairing_and_the_certificate_only()
    {
        using var stranger = _kiosk.StaffCaller(new CookieContainer());
        var open = new List<string>();
        foreach (var path in PathsOf(Side.Staff))
        {
            if (await StatusOf(stranger, path) is not (HttpStatusCode.Redirect or HttpStatusCode.Unauthorized or HttpStatusCode.NotFound))
            {
                open.Add(path);
            }
        }

        Assert.That(
            open,
            Is.EquivalentTo(new[] { "/pair", "/pair/teeth", "/certificate", "/certificate/kiosk.crt", "/lost" })
                .Or.EquivalentTo(new[] { "/pair/teeth", "/certificate", "/certificate/kiosk.crt", "/lost" })
        );
    }

    [Test]
    public async Task The_same_address_is_another_page_on_each_side()
    {
        using var visitor = _kiosk.Caller();
        using var tablet = _kiosk.StaffCaller();
        Assert.That(await StatusOf(visitor, "/"), Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await tablet.GetStringAsync(new Uri("/", UriKind.Relative)), Does.Contain("Aujourd’hui"));
    }

    /// <summary>No header makes a tablet of a screen: the listener decides.</summary>
    [TestCase("Host", "kiosk.local")]
    [TestCase("X-Forwarded-Proto", "https")]
    [TestCase("X-Forwarded-Host", "kiosk.local:5443")]
    public async Task No_header_leads_to_the_other_side(string header, string value)
    {
        using var visitor = _kiosk.Caller();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/devices");
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await visitor.SendAsync(request);
        Assert.That((int)answer.StatusCode, Is.EqualTo(404).Or.EqualTo(400));
    }

    private static async Task<HttpStatusCode> StatusOf(HttpClient caller, string path)
    {
        using var answer = await caller.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode;
    }

    /// <summary>Each route with words in place of its parts.</summary>
    private IEnumerable<string> PathsOf(Side side) =>
        Endpoints
            .Where(endpoint => SidesOf(endpoint).Contains(side))
            .Select(endpoint =>
                "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Word))))
            )
            .Distinct();

    private static IEnumerable<Side> SidesOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.OfType<OnSideAttribute>().Select(mark => mark.Side);

    private static string Word(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPart part) =>
        part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "lang" } => "fr",
            _ => "teeth",
        };
}
