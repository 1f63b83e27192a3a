using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>An ear beside the screen: it knows what was said and nothing of what is shown.</summary>
/// <remarks>Each sentence sounds for a hundredth of a second: what is said is tested here, how it sounds elsewhere.</remarks>
internal sealed class Ear
{
    private const int SamplesASecond = 8000;

    private readonly Screen _screen;
    private readonly List<string> _heard = [];
    private TaskCompletionSource? _breath;
    private int _samples = SamplesASecond / 100;

    private Ear(Screen screen) => _screen = screen;

    /// <summary>Every sentence that was said, in order.</summary>
    public IReadOnlyList<string> Heard => _heard;

    /// <summary>Before the first page is opened.</summary>
    public static async Task<Ear> AtAsync(Screen screen)
    {
        var ear = new Ear(screen);
        await screen.ChangedPage.ExposeFunctionAsync("hear", (string text) => ear._heard.Add(text));
        await screen.ChangedPage.AddInitScriptAsync(
            "document.addEventListener('voice:said', ({ detail }) => { if (detail.text) hear(detail.text); });"
        );
        await screen.ChangedPage.RouteAsync(
            "**/speech/**",
            async route =>
            {
                await (ear._breath?.Task ?? Task.CompletedTask);
                await route.FulfillAsync(new() { ContentType = "audio/wav", BodyBytes = Silent(ear._samples) });
            }
        );
        return ear;
    }

    public string[] Since(int mark) => [.. _heard.Skip(mark)];

    /// <summary>From now on sentences begin and do not end.</summary>
    public void HoldBreath() => _breath = new TaskCompletionSource();

    public void Breathe() => _breath?.SetResult();

    /// <summary>From now on a sentence sounds for ten minutes.</summary>
    public void SpeakSlowly() => _samples = 600 * SamplesASecond;

    /// <summary>Waits until nothing is being said.</summary>
    public Task Silence() => _screen.Page.WaitForFunctionAsync("() => !document.body.classList.contains('is-speaking')");

    /// <summary>Presses a key and listens until all is said that it made the kiosk say.</summary>
    public async Task<string> Press(string key)
    {
        var mark = _heard.Count;
        await _screen.Page.Keyboard.PressAsync(key);
        Assert.That(() => _heard.Count, Is.GreaterThan(mark).After(10).Seconds.PollEvery(5).MilliSeconds, $"something is said after {key}");
        await Silence();
        return string.Join(" ", Since(mark));
    }

    /// <summary>Goes on by a key until a name is said.</summary>
    public async Task Find(string name, string key = "ArrowDown")
    {
        var passed = new List<string>();
        while (passed.Count < 100)
        {
            passed.Add(await Press(key));
            if (passed[^1].Contains(name, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"\"{name}\" was never said, but: {string.Join(" | ", passed)}");
    }

    /// <summary>A hundredth of a second of silence, as a sound file.</summary>
    public static byte[] Moment => Silent(SamplesASecond / 100);

    /// <summary>Silence as a sound file: WAVE, one channel of 8 bits, in which 128 is no sound.</summary>
    private static byte[] Silent(int count)
    {
        var samples = new byte[count];
        Array.Fill(samples, (byte)128);
        using var stream = new MemoryStream();
        using var file = new BinaryWriter(stream);
        file.Write("RIFF"u8);
        file.Write(36 + samples.Length);
        file.Write("WAVEfmt "u8);
        file.Write(16);
        file.Write((short)1);
        file.Write((short)1);
        file.Write(SamplesASecond);
        file.Write(SamplesASecond);
        file.Write((short)1);
        file.Write((short)8);
        file.Write("data"u8);
        file.Write(samples.Length);
        file.Write(samples);
        return stream.ToArray();
    }
}
