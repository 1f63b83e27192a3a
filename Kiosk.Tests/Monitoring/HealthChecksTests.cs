using System.Text.Json;
using System.Text.RegularExpressions;
using Kiosk.App.Commands.Checks;
using Kiosk.App.Monitoring;
using Kiosk.Core.Languages;
using Kiosk.Core.Storage;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Kiosk.Tests.Monitoring;

/// <summary>Staff on a tablet, programs at <c>/health</c> and <c>doctor</c> are told of one judgement.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed partial class HealthChecksTests : IDisposable
{
    private readonly KioskHost _kiosk = KioskHost.Start();
    private readonly HttpClient _tablet;
    private readonly HttpClient _program;

    public HealthChecksTests() => (_tablet, _program) = (_kiosk.StaffCaller(), _kiosk.Caller());

    public void Dispose()
    {
        _tablet.Dispose();
        _program.Dispose();
        _kiosk.Dispose();
    }

    [Test]
    public async Task What_is_well_is_well_for_all()
    {
        var health = await Health();
        Assert.That(health.GetProperty("status").GetString(), Is.EqualTo("well"));
        Assert.That(await AdviceOnTheTablet(), Is.Zero);
        Assert.That(DoctorSays(health).Select(finding => finding.Advice), Is.All.Null);
    }

    /// <summary>That copies were missing was once said to staff alone.</summary>
    [TestCase("copies")]
    [TestCase("storage")]
    [TestCase("heartbeat")]
    public async Task What_staff_should_look_at_is_said_to_all(string name)
    {
        Break(name);
        var health = await Health();
        var check = health.GetProperty("checks").EnumerateArray().Single(one => one.GetProperty("name").GetString() == name);
        Assert.That(health.GetProperty("status").GetString(), Is.EqualTo("look"));
        Assert.That(check.GetProperty("severity").GetString(), Is.EqualTo("look"));
        Assert.That(await AdviceOnTheTablet(), Is.EqualTo(1));
        var advice = check.GetProperty("advice").GetString();
        Assert.That(
            DoctorSays(health).Where(finding => finding.Advice is not null).Select(finding => (finding.Name, finding.Advice, finding.Mark)),
            Is.EqualTo(new[] { (name, advice, "LOOK") })
        );
    }

    /// <summary>Who reads <c>/health</c> is not told when within a day something was (P1); staff on a tablet are told the time.</summary>
    [Test]
    public async Task No_answer_to_a_program_has_a_time_of_the_day()
    {
        Assert.That((await Health()).GetRawText(), Does.Not.Match(@"\d\d:\d\d"));
        Assert.That(await _tablet.GetStringAsync(new Uri("/health", UriKind.Relative)), Does.Contain("14:20"));
    }

    /// <summary>In the language of each tablet, and nowhere a key in place of a sentence.</summary>
    [TestCase("fr")]
    [TestCase("nl")]
    [TestCase("en")]
    public void Each_check_speaks_the_languages_of_staff(string language)
    {
        Break("copies");
        Break("heartbeat");
        var tag = LanguageTag.Parse(language);
        var words = new Localizer(_kiosk.Services.GetRequiredService<App.Houses.StaffPhrases>().Phrases, tag, tag);
        var findings = _kiosk.Services.GetRequiredService<HealthChecks>().Run(words);
        Assert.That(findings, Has.Count.GreaterThanOrEqualTo(7));
        Assert.That(
            findings.SelectMany(found => new[] { found.What, found.Result.How, found.Result.Advice }).OfType<Wording>(),
            Is.All.Matches<Wording>(wording => wording.Language == tag && !wording.Text.StartsWith("health.", StringComparison.Ordinal))
        );
    }

    private void Break(string name)
    {
        switch (name)
        {
            case "copies":
                _kiosk.Time.StandAt("2026-11-24 02:00"); // before the hour of the copies
                break;
            case "storage":
                File.Delete(_kiosk.Services.GetRequiredService<DataFolder>().HouseDatabase);
                break;
            default:
                _kiosk.Services.GetRequiredService<App.Display.ScreenWatchdog>().Hear();
                _kiosk.Time.Advance(TimeSpan.FromSeconds(61));
                break;
        }
    }

    private async Task<JsonElement> Health() =>
        JsonDocument.Parse(await _program.GetStringAsync(new Uri("/health", UriKind.Relative))).RootElement;

    private static IEnumerable<Finding> DoctorSays(JsonElement health) => RunningChecks.Own(health);

    private async Task<int> AdviceOnTheTablet() => Advice().Count(await _tablet.GetStringAsync(new Uri("/health", UriKind.Relative)));

    [GeneratedRegex("class=\"finding-advice\"")]
    private static partial Regex Advice();
}
