using System.Net;
using System.Text.RegularExpressions;
using Kiosk.App.Staff.Shell;
using Kiosk.Core.Devices;
using Kiosk.Tests.Support;
using NodaTime.Text;
using NUnit.Framework;

namespace Kiosk.Tests.Soak;

/// <summary>A paired tablet that changes the day, hears the bell and reads, one thing after the other, week after week.</summary>
internal sealed partial class Tablet : IDisposable
{
    private static readonly string[] Reads =
    [
        "/",
        "/week",
        "/history",
        "/health",
        "/guide",
        "/guide/services",
        "/devices",
        "/report",
        "/help",
        "/notice",
    ];

    private readonly KioskHost _kiosk;
    private readonly CookieContainer _cookies = new();
    private readonly IReadOnlyList<Func<Task>> _work;
    private StaffForms _forms;
    private StreamReader? _news;
    private int _turn;

    public Tablet(KioskHost kiosk)
    {
        _kiosk = kiosk;
        _cookies.Add(new Cookie(DeviceSignIn.CookieName, kiosk.StaffCookie(Role.Coordinator), "/", "127.0.0.1") { Secure = true });
        _forms = new StaffForms(kiosk.StaffCaller(_cookies));
        _work =
        [
            Listen,
            Do("full"),
            Answer,
            Put,
            Presence,
            Read,
            Do("cancel"),
            Answer,
            Extra,
            Do("as-planned"),
            Undo,
            Read,
            TakeDown,
            Do("not-full"),
            Presence,
            Read,
        ];
    }

    /// <summary>Changes that were made.</summary>
    public int Changes { get; private set; }

    /// <summary>The next thing on its list.</summary>
    public Task WorkAsync() => _work[_turn++ % _work.Count]();

    public void Dispose()
    {
        _news?.Dispose();
        _forms.Dispose();
    }

    /// <summary>A tablet that was put away and taken up again: a connection of its own, and the news from now on.</summary>
    private async Task Listen()
    {
        _news?.Dispose();
        _forms.Dispose();
        _forms = new StaffForms(_kiosk.StaffCaller(_cookies));
        _news = new StreamReader(await _forms.Caller.GetStreamAsync(new Uri("/live", UriKind.Relative)));
        Assert.That(await _news.ReadLineAsync(), Is.EqualTo("event: open"));
    }

    private Task Answer() => Sent("/", "/bell");

    private Task Presence() =>
        _turn % 2 == 0
            ? Sent("/", "/?handler=Presence&here=true", ("person", _kiosk.House.Presences[0].Id))
            : Sent("/", "/?handler=Presence&here=false", ("person", _kiosk.House.Presences[0].Id));

    private Task Put() => Sent("/notice", "/notice?handler=Ready", ("phrase", "notice.back-soon"));

    private Task TakeDown() => Sent("/notice", "/notice?handler=Down", ("id", _kiosk.House.Notices.FirstOrDefault()?.Id ?? "none"));

    private Task Extra() =>
        Sent(
            "/extra",
            "/extra",
            ("day", Today),
            ("name", "Goûter surprise"),
            ("pictogram", "party"),
            ("room", _kiosk.House.Rooms[0].Id),
            ("starts", "16:45"),
            ("ends", "17:30")
        );

    private async Task Read()
    {
        foreach (var address in Reads)
        {
            using var answer = await _forms.Caller.GetAsync(new Uri(address, UriKind.Relative));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        }
    }

    /// <summary>Takes the newest change back, which was the extra.</summary>
    private async Task Undo()
    {
        var page = await _forms.Caller.GetStringAsync(new Uri("/history", UriKind.Relative));
        await Sent("/history", "/history?handler=Undo", ("change", NewestChange().Match(page).Groups[1].Value));
    }

    /// <summary>Says it of the first line of the day it can be said of; on some days there is none.</summary>
    private Func<Task> Do(string what) =>
        async () =>
        {
            var page = await _forms.Caller.GetStringAsync(new Uri("/", UriKind.Relative));
            var slot = Slot().Matches(page).FirstOrDefault(form => form.Value.Contains($"value=\"{what}\"", StringComparison.Ordinal));
            if (slot is not null)
            {
                await Sent(
                    "/",
                    "/",
                    [.. Field().Matches(slot.Value).Select(field => (field.Groups[1].Value, field.Groups[2].Value)), ("say", what)]
                );
            }
        };

    private async Task Sent(string page, string address, params (string Name, string Value)[] fields)
    {
        using var answer = await _forms.Post(page, address, fields);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther).Or.EqualTo(HttpStatusCode.Found), address);
        Changes += address == "/bell" ? 0 : 1;
    }

    private string Today =>
        LocalDatePattern.Iso.Format(NodaTime.Instant.FromDateTimeOffset(_kiosk.Time.GetUtcNow()).InZone(Services.Brussels.Zone).Date);

    [GeneratedRegex("name=\"change\" value=\"([0-9]+)\"")]
    private static partial Regex NewestChange();

    [GeneratedRegex("<form method=\"post\" action=\"/\" class=\"slot-acts\">.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Slot();

    [GeneratedRegex("<input type=\"hidden\" name=\"(activity|version|date|day)\" value=\"([^\"]*)\"")]
    private static partial Regex Field();
}
