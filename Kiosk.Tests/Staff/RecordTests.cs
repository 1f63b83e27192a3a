using System.Net;
using Kiosk.App.Speech;
using Kiosk.Core.Editing;
using Kiosk.Core.Languages;
using Kiosk.Core.Speech;
using Kiosk.Core.Storage;
using Kiosk.Tests.Speech;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NAudio.Wave;
using NAudio.Wave.SampleProviders;
using NUnit.Framework;

namespace Kiosk.Tests.Staff;

/// <summary>Volunteers' recordings, over real sockets: kept, heard on the screen, forgotten, and silent once the words change.</summary>
internal sealed class RecordTests
{
    private static readonly LanguageTag French = LanguageTag.Parse("fr");
    private static readonly SpokenText Text = SpokenText.Of(French, "Une personne")!;

    private KioskHost _kiosk = null!;
    private HttpClient _tablet = null!;

    private Voice Voice => _kiosk.Services.GetRequiredService<Voice>();

    [SetUp]
    public void Start()
    {
        _kiosk = KioskHost.Start();
        _tablet = _kiosk.StaffCaller();
    }

    [TearDown]
    public void Stop()
    {
        _tablet.Dispose();
        _kiosk.Dispose();
    }

    [Test]
    public async Task What_a_volunteer_said_is_what_visitors_hear()
    {
        var answer = await Send(Wav.Tone(seconds: 1, volume: 0.2));
        Assert.That(
            (answer.StatusCode, answer.Headers.Location?.ToString()),
            Is.EqualTo((HttpStatusCode.Found, $"/texts/fr/record?text={Text.Mark}&kept=1"))
        );
        using var screen = _kiosk.Caller();
        var sound = await screen.GetByteArrayAsync(new Uri("/speech/fr?text=Une%C2%A0personne", UriKind.Relative));
        Assert.That((await Heard.In(sound)).Seconds, Is.EqualTo(1.15).Within(0.2));
        Assert.That(
            await _tablet.GetByteArrayAsync(new Uri($"/texts/fr/record?handler=Hear&text={Text.Mark}", UriKind.Relative)),
            Is.EqualTo(sound)
        );
        Assert.That(await Page(), Does.Contain("Dit par une personne de la maison."));
    }

    [Test]
    public async Task What_is_no_sound_is_refused_in_words_and_the_recording_stays()
    {
        await Send(Wav.Tone(seconds: 1, volume: 0.2));
        var before = Voice.Recorded.Find(Text);
        var said = new List<string>();
        var lengthy = Wav.File(new SignalGenerator(8_000, 1).Take(TimeSpan.FromSeconds(181)));
        foreach (var bytes in new[] { [], "no sound"u8.ToArray(), Wav.Silence(seconds: 2), Wav.Tone(seconds: 1, volume: 4), lengthy })
        {
            using var answer = await Send(bytes);
            said.Add(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }

        Assert.That(said[0], Does.Contain("Aucun son n’est arrivé."));
        Assert.That(said[1], Does.Contain("Envoyez un fichier WAV."));
        Assert.That(said[2], Does.Contain("On n’entend rien."));
        Assert.That(said[3], Does.Contain("C’est trop fort"));
        Assert.That(said[4], Does.Contain("C’est trop long. Lisez seulement le texte"));
        Assert.That(Voice.Recorded.Find(Text), Is.EqualTo(before));
    }

    [Test]
    public async Task A_recording_can_be_forgotten()
    {
        await Send(Wav.Tone(seconds: 1, volume: 0.2));
        await Forget(Text);
        Assert.That(Voice.Recorded.All(), Is.Empty);
        Assert.That(Directory.EnumerateFiles(Path.Combine(_kiosk.DataFolder, "recordings"), "*", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public async Task When_the_words_change_the_old_voice_falls_silent_and_the_tablet_says_so()
    {
        await Send(Wav.Tone(seconds: 1, volume: 0.2));
        _kiosk
            .Services.GetRequiredService<CurrentPhrases>()
            .Change(new WordingChanges([new Correction(French, "bar.person", "Quelqu’un")], [], [], []));
        Assert.That(await Page(), Does.Contain("Ces mots ont changé").And.Contain("Une personne"));
        using var screen = _kiosk.Caller();
        Assert.That(
            (await screen.GetAsync(new Uri("/speech/fr?text=Quelqu’un", UriKind.Relative))).StatusCode,
            Is.EqualTo(HttpStatusCode.NoContent)
        );
        await Forget(Text);
        Assert.That(Voice.Recorded.All(), Is.Empty);
    }

    [Test]
    public async Task A_backup_takes_the_voices_along()
    {
        await Send(Wav.Tone(seconds: 1, volume: 0.2));
        using var folder = new Storage.TemporaryFolder();
        var file = Path.Combine(folder.Data.Root, "backup.zip");
        Kiosk.Core.Storage.Backups.Backup.Write(
            new DataFolder(_kiosk.DataFolder),
            file,
            "1",
            new NodaTime.LocalDateTime(2026, 11, 20, 14, 20)
        );
        Assert.That(
            Kiosk.Core.Storage.Backups.BackupReading.Read(file)[$"recordings/fr/{Text.Mark}.ogg"],
            Is.EqualTo(Voice.Recorded.Find(Text))
        );
    }

    [TestCase("/texts/zz/record")]
    [TestCase("/texts/so/record")]
    public async Task A_language_that_the_house_does_not_offer_has_no_page(string path) =>
        Assert.That((await _tablet.GetAsync(new Uri(path, UriKind.Relative))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));

    private async Task<string> Page() =>
        WebUtility.HtmlDecode(await _tablet.GetStringAsync(new Uri($"/texts/fr/record?text={Text.Mark}", UriKind.Relative)));

    private async Task<HttpResponseMessage> Send(byte[] wav)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await Token()), "__RequestVerificationToken" },
            { new ByteArrayContent(wav), "sound", "said.wav" },
        };
        return await _tablet.PostAsync(new Uri($"/texts/fr/record?text={Text.Mark}", UriKind.Relative), form);
    }

    private async Task Forget(SpokenText text)
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", await Token())]);
        Assert.That(
            (await _tablet.PostAsync(new Uri($"/texts/fr/record?text={text.Mark}&handler=Forget", UriKind.Relative), form)).StatusCode,
            Is.EqualTo(HttpStatusCode.Found)
        );
    }

    private Task<string> Token() => new StaffForms(_tablet).TokenOf("/texts/fr/record");
}
