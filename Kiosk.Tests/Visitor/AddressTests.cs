using System.Net;
using System.Text;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Visitor;

/// <summary>Addresses that lead nowhere, methods nobody offers, and what other sites send.</summary>
public sealed class AddressTests
{
    private KioskHost _kiosk = null!;
    private HttpClient _caller = null!;

    [OneTimeSetUp]
    public void Start()
    {
        _kiosk = KioskHost.Start();
        _caller = _kiosk.Caller();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _caller.Dispose();
        _kiosk.Dispose();
    }

    [TestCase("/zz/")]
    [TestCase("/FR/")]
    [TestCase("/so/topic/housing")]
    [TestCase("/fr/nowhere")]
    [TestCase("/fr/topic/nowhere")]
    [TestCase("/fr/topic/housing?page=0")]
    [TestCase("/fr/topic/housing?page=-1")]
    [TestCase("/fr/topic/housing?page=2")]
    [TestCase("/fr/topic/housing?page=99999999999")]
    [TestCase("/fr/topic/housing?page=two")]
    [TestCase("/fr/topic/..%2f..%2fhouse")]
    [TestCase("/fr/service/nowhere")]
    [TestCase("/fr/service/nowhere/slip")]
    [TestCase("/ar/activity/nowhere")]
    [TestCase("/ar/activity/nowhere/slip")]
    [TestCase("/fr/activity/rent-advice/slip")]
    [TestCase("/fr/service/lunch/slip")]
    [TestCase("/screen/nowhere/kiosk.css")]
    [TestCase("/tap")]
    [TestCase("/appsettings.json")]
    public async Task An_address_that_leads_nowhere_shows_the_way_home(string address)
    {
        using var answer = await _caller.GetAsync(new Uri(address, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/html"));
        Assert.That(text, Does.Contain("<h1>").And.Match("class=\"lost-home\" href=\"/(fr|ar)/\""));
        AssertNoTrace(text);
    }

    [TestCase("ar", "rtl")]
    [TestCase("nl", "ltr")]
    public async Task The_way_home_is_said_in_the_language_of_the_lost_address(string language, string direction)
    {
        var text = await (await _caller.GetAsync(new Uri($"/{language}/topic/nowhere", UriKind.Relative))).Content.ReadAsStringAsync();
        Assert.That(
            text.Split('\n').First(line => line.StartsWith("<html", StringComparison.Ordinal)),
            Does.StartWith($"<html lang=\"{language}\" dir=\"{direction}\"")
        );
    }

    [TestCase("/fr/?with=nothing.of.this")]
    [TestCase("/fr/?with=larger.larger.LARGER")]
    [TestCase("/fr/?with=1.2.3")]
    [TestCase("/rest?in=zz")]
    public async Task What_is_asked_in_vain_is_left_out(string address)
    {
        using var answer = await _caller.GetAsync(new Uri(address, UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("POST", "/fr/")]
    [TestCase("PUT", "/fr/topic/housing")]
    [TestCase("DELETE", "/fr/service/teeth")]
    [TestCase("PATCH", "/rest")]
    [TestCase("PUT", "/tap")]
    [TestCase("POST", "/live")]
    [TestCase("POST", "/health")]
    [TestCase("PROPFIND", "/fr/")]
    public async Task A_method_nobody_offers_is_refused_in_a_sentence(string method, string address)
    {
        using var answer = await Send(method, address);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        Assert.That(answer.Content.Headers.Allow, Is.Not.Empty);
        Assert.That(text, Is.Not.Empty);
        AssertNoTrace(text);
    }

    [TestCase("Sec-Fetch-Site", "cross-site")]
    [TestCase("Sec-Fetch-Site", "same-site")]
    [TestCase("Origin", "https://evil.example")]
    [TestCase("Origin", "null")]
    public async Task What_another_site_sends_is_refused(string header, string value)
    {
        using var answer = await Send("POST", "/tap", "cell=topic/housing", (header, value));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [TestCase("Sec-Fetch-Site", "same-origin")]
    [TestCase("Sec-Fetch-Site", "none")]
    public async Task What_our_own_page_sends_is_taken(string header, string value)
    {
        using var answer = await Send("POST", "/tap", "cell=topic/housing", (header, value), ("Origin", _kiosk.Address));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [Test]
    public async Task A_page_of_ours_under_another_name_is_not_answered()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/fr/") { Headers = { Host = "evil.example" } };
        using var answer = await _caller.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task A_body_too_large_is_refused()
    {
        using var answer = await Send("POST", "/tap", "cell=" + new string('x', 20_000));
        Assert.That((int)answer.StatusCode, Is.EqualTo(413).Or.EqualTo(400));
        AssertNoTrace(await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> Send(
        string method,
        string address,
        string? body = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await _caller.SendAsync(request);
    }

    private static void AssertNoTrace(string text) =>
        Assert.That(text, Does.Not.Contain("   at ").And.Not.Contain("Exception").And.Not.Contain("StackTrace"));
}
