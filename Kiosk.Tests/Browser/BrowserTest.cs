using Kiosk.Tests.Houses;
using Kiosk.Tests.Support;
using Microsoft.Playwright;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Kiosk.Tests.Browser;

/// <summary>
/// A test at the touchscreen. A page that complains fails it; a failed one leaves a picture in <c>TestResults</c>. With
/// <c>KIOSK_TRACE</c> in the environment, as <c>test.sh</c> runs failed tests once more, it leaves a trace of all its pages too; tracing
/// costs as much as the rest.
/// </summary>
[Category("Browser")]
public abstract class BrowserTest
{
    private static readonly bool Traces = Environment.GetEnvironmentVariable("KIOSK_TRACE") is not null;

    /// <summary>With the language of its browser where a later test may have its page, else without.</summary>
    private readonly List<(Screen Screen, string? Locale)> _open = [];

    /// <summary>The languages of the demo house.</summary>
    public static readonly string[] Languages = [.. DemoHouse.Whole.Profile.Languages.Select(language => language.Value)];

    /// <summary>
    /// The languages for what takes long: the house's, one of the other direction and script, and the one with the longest words; the
    /// others by <c>./test.sh everything</c>.
    /// </summary>
    public static IEnumerable<TestCaseData> LanguagesBySample =>
        from language in Languages
        let test = new TestCaseData(language)
        select language is "fr" or "ar" or "de" ? test : test.SetCategory("Everything");

    protected KioskHost Kiosk { get; private set; } = null!;

    /// <summary>As on the command line; read once, before the first test.</summary>
    protected virtual string[] Settings => [];

    [OneTimeSetUp]
    public void StartKiosk() => Kiosk = KioskHost.Start(Settings);

    [OneTimeTearDown]
    public void StopKiosk() => Kiosk?.Dispose();

    /// <summary>A fresh browser that knows nothing, with one page.</summary>
    protected Task<Screen> Screen(Display? size = null, bool scripts = true) => Screen(Kiosk.Address, size ?? Display.Lying, scripts);

    private protected async Task<Screen> Screen(
        string address,
        Display size,
        bool scripts = true,
        float sharpness = 1,
        string locale = "en-US"
    )
    {
        var isUsual = scripts && sharpness == 1 && !Traces;
        var page = isUsual ? await LeftPages.Take(address, locale, size) : null;
        page ??= await NewPage(size, scripts, sharpness, locale);
        var screen = new Screen(page, address) { RunsScripts = scripts };
        _open.Add((screen, isUsual ? locale : null));
        return screen;
    }

    private static async Task<IPage> NewPage(Display size, bool scripts, float sharpness, string locale)
    {
        var browser = await Chromium.BrowserAsync();
        var context = await browser.NewContextAsync(
            new()
            {
                ViewportSize = size.Viewport,
                DeviceScaleFactor = sharpness,
                Locale = locale,
                HasTouch = true,
                IgnoreHTTPSErrors = true,
                JavaScriptEnabled = scripts,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        context.SetDefaultTimeout(120_000);
        if (Traces)
        {
            await context.Tracing.StartAsync(new() { Snapshots = true });
        }

        return await context.NewPageAsync();
    }

    [TearDown]
    public async Task CloseScreens()
    {
        string[] troubles = [.. _open.SelectMany(o => o.Screen.Troubles)];
        var failed = troubles.Length > 0 || TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Failed;
        foreach (var (screen, locale) in _open)
        {
            if (failed)
            {
                await Keep(screen);
            }

            screen.Leave();
            if (failed || locale is null || screen.IsChanged || !await LeftPages.Leave(screen.Page, screen.Address, locale))
            {
                await screen.Page.Context.CloseAsync();
            }
        }

        _open.Clear();
        Assert.That(troubles, Is.Empty);
    }

    private static async Task Keep(Screen screen)
    {
        var name = string.Concat(
            TestContext.CurrentContext.Test.FullName.Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '-')
        );
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, "TestResults", name[..Math.Min(name.Length, 180)]);
        await screen.Page.ScreenshotAsync(new() { Path = file + ".png" });
        TestContext.AddTestAttachment(file + ".png");
        if (Traces)
        {
            await screen.Page.Context.Tracing.StopAsync(new() { Path = file + ".zip" });
            TestContext.AddTestAttachment(file + ".zip");
        }
    }
}
