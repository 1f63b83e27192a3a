namespace Kiosk.App.Live;

/// <summary>
/// The screen says a sentence, started from a tablet; what sounded is told to the tablet, and kept in memory until the next time.
/// </summary>
public sealed class SoundTest
{
    private static readonly string[] Words = ["voice", "tones", "silent"];

    public event Action? Changed;

    /// <summary>
    /// <c>voice</c>, <c>tones</c> where its language has no voice, <c>silent</c> where the browser would not sound; <c>asked</c> until the
    /// page told; null before.
    /// </summary>
    public string? Heard { get; private set; }

    public void Start() => Become("asked");

    /// <param name="what">Anything but one of those words, or unasked, is nothing.</param>
    public void Hear(string? what)
    {
        if (Heard == "asked" && Words.Contains(what))
        {
            Become(what!);
        }
    }

    private void Become(string heard)
    {
        Heard = heard;
        Changed?.Invoke();
    }
}
