using Kiosk.App.Hosting;
using Kiosk.App.Speech;
using Kiosk.App.Staff.Shell;
using Kiosk.Core.Editing;
using Kiosk.Core.Languages;
using Kiosk.Core.Speech;
using Kiosk.Core.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Staff.Texts;

/// <summary>Volunteers lend their voice: one text at a time, in one language.</summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class RecordPage(Voice voice, CurrentPhrases phrases, HouseDatabase database) : StaffPage
{
    /// <summary>A minute at 48 000 samples a second, and room for the rest of the form.</summary>
    private const int MostBytes = 8 * 1024 * 1024;

    private IReadOnlyList<SpokenText> _texts = [];

    public override string Place => "guide";

    public LanguageTag Language { get; private set; } = null!;

    /// <summary>The text to say now; null when the language has none.</summary>
    public SpokenText? Text { get; private set; }

    public int Of => _texts.Count;

    public int RecordedCount { get; private set; }

    public bool IsRecorded { get; private set; }

    /// <summary>Whether it can be heard: somebody recorded it, or the machine speaks the language.</summary>
    public bool CanBeHeard { get; private set; }

    public SpokenText? Before { get; private set; }

    public SpokenText? After { get; private set; }

    /// <summary>Recordings of words that no text says any more.</summary>
    public IReadOnlyList<SpokenText> Overtaken { get; private set; } = [];

    /// <summary>Why what was sent was not kept.</summary>
    public Wording? Trouble { get; private set; }

    public bool WasKept => Request.Query.ContainsKey("kept");

    public IActionResult OnGet(string lang, string? text) => Show(lang, text) ? Page() : NotFound();

    /// <summary>The sound itself.</summary>
    public async Task<IActionResult> OnGetHear(string lang, string text, CancellationToken cancel)
    {
        try
        {
            return Show(lang, text) && Text is { } chosen && await voice.Speak(chosen, cancel) is { } sound
                ? File(sound.Bytes, sound.ContentType)
                : NotFound();
        }
        catch (SpeechException)
        {
            return NotFound();
        }
    }

    public async Task<IActionResult> OnPost(string lang, string text, CancellationToken cancel)
    {
        if (!Show(lang, text) || Text is not { } chosen || chosen.Mark != text)
        {
            return NotFound();
        }

        Trouble = await Keep(chosen, (await Request.ReadFormAsync(cancel)).Files["sound"], cancel);
        return Trouble is null ? Redirect(AddressOf(chosen) + "&kept=1") : Page();
    }

    public IActionResult OnPostForget(string lang, string text)
    {
        if (!Show(lang, text))
        {
            return NotFound();
        }

        if (Overtaken.Append(Text).FirstOrDefault(one => one?.Mark == text) is { } chosen)
        {
            voice.Recorded.Remove(chosen);
        }

        return Redirect(Text?.Mark == text ? AddressOf(Text) : $"/texts/{Language}/record");
    }

    public string AddressOf(SpokenText text) => $"/texts/{Language}/record?text={text.Mark}";

    private async Task<Wording?> Keep(SpokenText text, IFormFile? sound, CancellationToken cancel)
    {
        if (sound is null || sound.Length == 0)
        {
            return Words.Translate("record.nothing-sent");
        }

        try
        {
            using var wav = new MemoryStream();
            await sound.CopyToAsync(wav, cancel);
            if (Sound.Read(wav.ToArray()) is not { } recorded)
            {
                return Words.Translate("record.silence");
            }

            if (recorded.IsClipped)
            {
                return Words.Translate("record.clipped");
            }

            voice.Recorded.Keep(text, recorded.ToOgg());
            return null;
        }
        catch (SpeechException problem)
        {
            return Words.Translate(problem.IsTooLong ? "record.too-long" : "record.no-sound");
        }
        catch (StorageException)
        {
            return Words.Translate("record.not-kept");
        }
    }

    /// <summary>Reads what is there: the text that was asked for, else the first that nobody recorded, else the first.</summary>
    private bool Show(string lang, string? mark)
    {
        if (!LanguageTag.TryParse(lang, out var language) || !House.Profile.Languages.Contains(language))
        {
            return false;
        }

        HttpContext.MayRecord();
        Language = language;
        _texts =
        [
            .. Sentences
                .Of(phrases.Current, [House.Profile.Language, language], database.ToHouseFile())
                .Where(text => text.Language == language),
        ];
        var recorded = voice.Recorded.All().Where(text => text.Language == language).ToHashSet();
        RecordedCount = _texts.Count(recorded.Contains);
        Overtaken = [.. recorded.Except(_texts)];
        Text =
            _texts.FirstOrDefault(text => text.Mark == mark)
            ?? _texts.FirstOrDefault(text => !recorded.Contains(text))
            ?? (_texts.Count > 0 ? _texts[0] : null);
        if (Text is not null)
        {
            var place = _texts.ToList().IndexOf(Text);
            (Before, After) = (place > 0 ? _texts[place - 1] : null, place + 1 < _texts.Count ? _texts[place + 1] : null);
            IsRecorded = recorded.Contains(Text);
            CanBeHeard = IsRecorded || voice.Speaks(language);
        }

        return true;
    }
}
