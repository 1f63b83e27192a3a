using Kiosk.App.Display;
using Kiosk.App.Live;
using Kiosk.Core.Languages;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Staff.Health;

/// <summary>The kiosk's screen, seen and tried from the tablet.</summary>
public sealed partial class HealthPage
{
    /// <summary>What an address may ask to have said: what was just asked of the screen, and what became of it.</summary>
    private static readonly string[] Sayings = ["turning", "busy", "not-set-up"];

    public RemoteScreen Kiosk => screen;

    /// <summary>Null when nothing was just asked.</summary>
    public Wording? Said =>
        Request.Query["screen"].ToString() is var word && Sayings.Contains(word) ? Words.Translate("look." + word) : null;

    /// <summary>Null while the screen stands as it was built.</summary>
    public Wording? Turned => screen.Turns is > 0 and var turns ? Words.Translate("look.turned-" + turns) : null;

    /// <summary>What the touch test found, in one sentence.</summary>
    public Wording TouchSaid =>
        TouchTest.Corners.All(screen.Touch.Has) ? Words.Translate("look.touch-all")
        : screen.Touch.IsOn ? Words.Translate("look.touch-on")
        : Words.Translate("look.touch-some");

    /// <summary>A picture of the screen while nobody is at it, kept nowhere; else 409 and a sentence. It changes nothing.</summary>
    public async Task<IActionResult> OnGetPictureAsync(CancellationToken cancel)
    {
        var (answer, picture) = await screen.LookAsync(cancel);
        return answer is ScreenAnswer.Done
            ? File(picture, "image/png")
            : new ContentResult
            {
                Content = Words.Translate("look." + Word(answer)).Text,
                ContentType = "text/plain; charset=utf-8",
                StatusCode = StatusCodes.Status409Conflict,
            };
    }

    public async Task<IActionResult> OnPostTurnAsync(CancellationToken cancel) => Back(await screen.TurnAsync(cancel), "?screen=turning");

    public async Task<IActionResult> OnPostSoundAsync(CancellationToken cancel) => Back(await screen.TestSoundAsync(cancel), "");

    public async Task<IActionResult> OnPostTouchAsync(CancellationToken cancel) => Back(await screen.TryTouchAsync(cancel), "");

    private RedirectResult Back(ScreenAnswer answer, string done) =>
        Redirect("/health" + (answer is ScreenAnswer.Done ? done : "?screen=" + Word(answer)) + "#screen");

    private static string Word(ScreenAnswer answer) =>
        answer switch
        {
            ScreenAnswer.Busy => "busy",
            ScreenAnswer.Dark => "dark",
            ScreenAnswer.NotSetUp => "not-set-up",
            ScreenAnswer.Done => throw new ArgumentOutOfRangeException(nameof(answer), answer, "There is nothing to say."),
        };
}
