using AngleSharp.Html.Parser;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses.Editing;
using Kiosk.Tests.Services;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Kiosk.Tests.Visitor;

/// <summary>What home says of the day when much of it does not take place.</summary>
internal sealed class HomeEntriesTests
{
    private const string Monday = "2026-11-30";

    private readonly KioskHost _host = KioskHost.StartAt(Monday + " 08:00");

    [OneTimeTearDown]
    public void Stop() => _host.Dispose();

    [Test]
    public async Task Of_three_that_are_cancelled_one_is_said_and_what_takes_place_is_seen()
    {
        var before = await Entries();
        Assert.That(before, Has.Length.EqualTo(3));
        foreach (var (activity, _) in before)
        {
            Cancel(activity);
        }

        var after = await Entries();
        Assert.That((after[0].Activity, after[0].IsCancelled), Is.EqualTo((before[0].Activity, true)));
        Assert.That(after[1].IsCancelled, Is.False);
        Assert.That(before.Select(entry => entry.Activity), Has.No.Member(after[1].Activity));
    }

    private async Task<(string Activity, bool IsCancelled)[]> Entries()
    {
        using var caller = _host.Caller();
        var page = await new HtmlParser().ParseDocumentAsync(await caller.GetStringAsync(new Uri("/fr/", UriKind.Relative)));
        return
        [
            .. page.QuerySelectorAll("a.entry")
                .Select(entry => (entry.GetAttribute("data-tap")!["activity/".Length..], entry.QuerySelector(".change") is not null)),
        ];
    }

    private void Cancel(string activity)
    {
        var editor = _host.Services.GetRequiredService<HouseEditor>();
        var entry = editor.Find(new EntryKey("activities", activity))!;
        ActivityEdits.Cancel(entry.Body, Brussels.Date(Monday));
        Assert.That(editor.Apply("change.cancel", new EntryEdit(entry.Key, entry.Body, entry.Version)), Is.InstanceOf<EditResult.Done>());
    }
}
