using System.Net;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Kiosk.Core.Devices;
using Kiosk.Core.Storage;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Kiosk.Tests.Fuzz;

/// <summary>
/// Forms of the tablet's pages, sent with fields that are harmed, left out or doubled: every answer is one of ours, and the house that is
/// in force afterwards can be read without a problem.
/// </summary>
internal sealed partial class FormFuzz
{
    private static readonly string[] Pages =
    [
        "/",
        "/extra",
        "/notice",
        "/guide/services/teeth",
        "/guide/activities/games",
        "/guide/topics/health",
        "/guide/rooms/garden",
        "/texts/nl?show=all&group=notice",
    ];

    private static readonly string[] Junk =
    [
        "",
        " ",
        "-1",
        "0",
        "99999999999",
        "2026-13-45",
        "2026-11-20",
        "24:00",
        "9:5",
        "<b>x</b>",
        "\0",
        "null",
        "{}",
        "[1]",
        "é\u0301",
        "\u202e",
        "../x",
        "true",
        "مرحبا",
        new string('x', 5000),
        "%",
        "a\nb",
    ];

    [TestCase(60)]
    [TestCase(600, Category = "Everything")]
    public void Whatever_a_form_holds_it_is_answered_and_the_house_stays_whole(int forms)
    {
        using var kiosk = KioskHost.Start();
        using var tablet = new StaffForms(kiosk.StaffCaller(Role.Coordinator));
        var found = Pages.SelectMany(page => FormsOn(tablet, page)).ToArray();
        Assert.That(found, Has.Length.GreaterThan(15));
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                seed =>
                {
                    var form = found[seed % found.Length];
                    var status = Send(tablet, form, new Random(seed));
                    Assert.That((int)status, Is.LessThan(500), $"{form.Page} {form.Address}");
                    var house = kiosk.Services.GetRequiredService<HouseDatabase>().ToHouseFile();
                    Assert.That(DemoHouse.Read(house).Problems, Is.Empty, $"{form.Page} {form.Address}");
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(forms));
    }

    private sealed record Form(string Page, string Address, string[] Fields);

    private static IEnumerable<Form> FormsOn(StaffForms tablet, string page)
    {
        var text = tablet.Caller.GetStringAsync(new Uri(page, UriKind.Relative)).GetAwaiter().GetResult();
        return PostedForm()
            .Matches(text)
            .Select(form => new Form(
                page,
                WebUtility.HtmlDecode(Action().Match(form.Groups[1].Value) is { Success: true } action ? action.Groups[1].Value : page),
                [
                    .. Field()
                        .Matches(form.Groups[2].Value)
                        .Select(field => WebUtility.HtmlDecode(field.Groups[1].Value))
                        .Where(name => !name.StartsWith('_')),
                ]
            ));
    }

    /// <remarks>The token is that of the first page, which is always there: a form may have taken its own page away.</remarks>
    private static HttpStatusCode Send(StaffForms tablet, Form form, Random random)
    {
        var fields = form
            .Fields.Where(_ => random.Next(10) > 0)
            .SelectMany(name => Enumerable.Repeat(name, random.Next(10) == 0 ? 2 : 1))
            .Select(name => (name, Junk[random.Next(Junk.Length)]))
            .ToArray();
        using var answer = tablet.Post("/", form.Address, fields).GetAwaiter().GetResult();
        return answer.StatusCode;
    }

    [GeneratedRegex("<form([^>]*method=\"post\"[^>]*)>(.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex PostedForm();

    [GeneratedRegex("action=\"([^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("name=\"([^\"]+)\"")]
    private static partial Regex Field();
}
