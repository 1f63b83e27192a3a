using System.Runtime.Versioning;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary>
/// A child with a keyboard and a mouse tries to get out of the visit, on the appliance's own screen: cage, Chromium, the unit's flags and
/// the machine's policies. After each try the same page stands there, alone, and the glass looks as before.
/// </summary>
[Category("Process"), Category("Browser"), Platform("Linux"), SupportedOSPlatform("linux")]
internal sealed class LockedScreenTests
{
    private const string Home = "/fr/";

    /// <summary>Left of the tiles, where nothing can be touched: the mouse rests there.</summary>
    private const string Aside = "mousemove 2 400";

    /// <summary>
    /// A tile that was pressed and let go is drawn anew, with some dots of its edges a shade off. A menu or a ring has thousands.
    /// </summary>
    private const int BytesOfAnEdgeDrawnAnew = 64;

    private static readonly string[] Keys =
    [
        "ctrl+t",
        "ctrl+n",
        "ctrl+shift+n",
        "ctrl+shift+t",
        "ctrl+w",
        "ctrl+shift+w",
        "ctrl+F4",
        "alt+F4",
        "ctrl+q",
        "ctrl+l",
        "alt+d",
        "F6",
        "F10",
        "alt+f",
        "alt+e",
        "ctrl+k",
        "ctrl+e",
        "F12",
        "ctrl+shift+i",
        "ctrl+shift+j",
        "ctrl+shift+c",
        "ctrl+u",
        "shift+Escape",
        "ctrl+p",
        "ctrl+shift+p",
        "ctrl+o",
        "ctrl+s",
        "ctrl+j",
        "ctrl+h",
        "ctrl+d",
        "ctrl+shift+o",
        "ctrl+shift+b",
        "ctrl+shift+Delete",
        "ctrl+shift+m",
        "ctrl+shift+a",
        "ctrl+f",
        "ctrl+g",
        "F3",
        "F1",
        "F7",
        "ctrl+a",
        "ctrl+r",
        "F5",
        "F11",
        "alt+Left",
        "alt+Right",
        "alt+Home",
        "BackSpace",
        "ctrl+Tab",
        "ctrl+Page_Down",
        "ctrl+1",
        "ctrl+plus",
        "ctrl+minus",
        "ctrl+KP_Add",
        "ctrl+KP_Subtract",
        "Menu",
        "shift+F10",
        "super",
        "Print",
        "alt+Tab",
        "alt+F2",
        "alt+space",
        "alt+Escape",
        "ctrl+alt+Delete",
        "ctrl+alt+t",
        "ctrl+alt+F2",
        "XF86HomePage",
        "XF86Back",
        "XF86WWW",
        "XF86Search",
        "XF86Favorites",
    ];

    /// <summary>What a mouse can do that a finger cannot, at a tile.</summary>
    private static readonly string[] Clicks =
    [
        "click 3",
        "click 2",
        "click 8",
        "click 9",
        "keydown ctrl click 1 keyup ctrl",
        "keydown shift click 1 keyup shift",
        "keydown alt click 1 keyup alt",
        "keydown ctrl click 4 click 4 keyup ctrl",
        "keydown ctrl click 5 click 5 keyup ctrl",
        "keydown shift click 5 keyup shift",
        "mousedown 1 mousemove_relative 90 60 sleep 0.2 mousemove_relative 300 10 sleep 0.2 mouseup 1",
    ];

    private KioskHost _kiosk = null!;
    private LockedScreen _screen = null!;
    private byte[] _asItWas = [];

    [OneTimeSetUp]
    public async Task PutUpTheScreen()
    {
        Assume.That(Environment.IsPrivilegedProcess, "Only root can lay policies over the machine's.");
        _kiosk = KioskHost.Start("Kiosk:IdleSeconds=600");
        _screen = await LockedScreen.StartAsync(_kiosk.Address);
        await Begin();
    }

    [OneTimeTearDown]
    public async Task TakeDownTheScreen()
    {
        await (_screen?.DisposeAsync() ?? ValueTask.CompletedTask);
        _kiosk?.Dispose();
    }

    [Test]
    public async Task No_key_leads_out_of_the_page() => Assert.That(await LeavesBy(Keys.Select(key => "key " + key)), Is.Empty);

    [Test]
    public async Task No_button_of_a_mouse_leads_out_of_the_page() =>
        Assert.That(
            await LeavesBy(Clicks.SelectMany(click => new[] { "500 420", "640 60" }.Select(place => $"mousemove {place} {click}"))),
            Is.Empty
        );

    /// <summary>Without this, the others would prove nothing.</summary>
    [Test]
    public async Task Keys_and_mouse_do_reach_the_page()
    {
        _screen.Do("key Tab");
        Assert.That(
            () => LooksAsBefore(_screen.Picture()),
            Is.False.After(10).Seconds.PollEvery(100).MilliSeconds,
            "the key moved the focus"
        );
        _screen.Do("key Return");
        Assert.That(
            async () => await _screen.PagesAsync(),
            Is.Not.EqualTo(new[] { _kiosk.Address + Home }).After(10).Seconds.PollEvery(100).MilliSeconds
        );
        await Again();
    }

    /// <summary>Does one thing after the other to the screen; after one that leads out, the screen is put up anew.</summary>
    /// <returns>What led out, and where to.</returns>
    private async Task<List<string>> LeavesBy(IEnumerable<string> tries)
    {
        var leaves = new List<string>();
        foreach (var one in tries)
        {
            _screen.Do(one);
            _screen.Do(Aside);
            if (await HowItLeft() is { } how)
            {
                leaves.Add($"{one}: {how}");
                await Again();
            }
        }

        return leaves;
    }

    /// <returns>Null when it did not.</returns>
    private async Task<string?> HowItLeft()
    {
        await Task.Delay(TimeSpan.FromMilliseconds(400)); // what a browser does upon a key it does at once
        if (_screen.HasEnded)
        {
            return "the screen ended";
        }

        var pages = await _screen.PagesAsync();
        return pages is not [var page] || page != _kiosk.Address + Home ? string.Join(", ", pages)
            : await LooksAsBeforeAsync() ? null
            : "it looks different";
    }

    /// <summary>
    /// At once, or when nothing moves; on a busy machine the second time, since the mouse may not have been taken aside yet. No more often:
    /// a bubble of the browser's goes by itself after some seconds, and must be seen.
    /// </summary>
    private async Task<bool> LooksAsBeforeAsync() =>
        LooksAsBefore(_screen.Picture()) || LooksAsBefore(await _screen.RestAsync(Home)) || LooksAsBefore(await _screen.RestAsync(Home));

    private bool LooksAsBefore(byte[] picture) => picture.Zip(_asItWas).Count(dot => dot.First != dot.Second) <= BytesOfAnEdgeDrawnAnew;

    private async Task Again()
    {
        if (!_screen.HasEnded)
        {
            await _screen.KillAsync();
        }

        await _screen.SwitchOnAsync();
        await Begin();
    }

    private async Task Begin()
    {
        await _screen.RestAsync(Home);
        _screen.Do(Aside);
        _screen.Do("key Shift_L");

        // On a busy machine the mouse may be taken aside after the picture: it is as it was when doing it again changes nothing.
        byte[] before;
        _asItWas = await _screen.RestAsync(Home);
        do
        {
            before = _asItWas;
            _screen.Do(Aside);
            _asItWas = await _screen.RestAsync(Home);
        } while (!before.AsSpan().SequenceEqual(_asItWas));
    }
}
