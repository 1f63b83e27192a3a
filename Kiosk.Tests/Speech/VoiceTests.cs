using System.Collections.Concurrent;
using System.Net;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Kiosk.App.Speech;
using Kiosk.Core.Editing;
using Kiosk.Core.Languages;
using Kiosk.Core.Speech;
using Kiosk.Core.Storage;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Storage;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Speech;

/// <summary>The voice itself, with the real espeak-ng.</summary>
[Category("Voice")]
internal sealed class VoiceTests
{
    /// <summary>Of each language but French, of which every text is: others are drawn in the next run.</summary>
    private const int TextsTried = 25;

    private static readonly EspeakSpeaker Speaker = new();

    /// <summary>Of every language that the demo house offers and that has a voice.</summary>
    public static IEnumerable<LanguageTag> Languages => DemoHouse.Whole.Profile.Languages.Where(Speaker.Speaks);

    [Test]
    public void Most_languages_of_the_house_have_a_voice() =>
        Assert.That(
            Languages.Select(language => language.Value),
            Is.SupersetOf(DemoHouse.Whole.Profile.Languages.Select(language => language.Value).Except(["ti", "ps", "so"]))
        );

    [TestCaseSource(nameof(Languages))]
    public async Task Texts_are_heard_and_none_is_silent_or_clipped(LanguageTag language)
    {
        var texts = TextsIn(language);
        if (language.Value != "fr")
        {
            TestContext.CurrentContext.Random.Shuffle(CollectionsMarshal.AsSpan(texts));
            texts = texts[..TextsTried];
        }

        await AssertHeard(texts);
    }

    [TestCaseSource(nameof(Languages)), Category("Everything")]
    public Task Every_text_is_heard_and_none_is_silent_or_clipped(LanguageTag language) => AssertHeard(TextsIn(language));

    private static List<SpokenText> TextsIn(LanguageTag language)
    {
        var texts = Sentences
            .Of(DemoHouse.Phrases, [DemoHouse.Whole.Profile.Language, language], DemoHouse.Json)
            .Where(text => text.Language == language)
            .ToList();
        Assert.That(texts, Has.Count.GreaterThan(300));
        return texts;
    }

    private static async Task AssertHeard(List<SpokenText> texts)
    {
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            texts,
            async (text, cancel) =>
            {
                var heard = SoundTests.Measured((await Speaker.Speak(text, cancel)).ToWav());
                if (heard is not { Peak: > -4.5 and < -1, Loudness: > -26 and < -12, Seconds: > 0.2 })
                {
                    wrong.Add($"{text.Text}: {heard}");
                }
            }
        );
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void A_program_that_is_not_here_is_named() =>
        Assert.That(
            async () => await ExternalProcess.Run("no-such-program", [], default, CancellationToken.None),
            Throws.InstanceOf<SpeechException>().With.Message.Contains("install the package no-such-program")
        );

    /// <summary>What is kept is heard by another decoder as long, and as loud within a decibel, as what is said at a touch.</summary>
    [TestCaseSource(nameof(Languages))]
    public async Task What_is_kept_sounds_as_what_is_said_now(LanguageTag language)
    {
        var sound = await Speaker.Speak(TextsIn(language)[0], CancellationToken.None);
        var (now, kept) = (await Heard.In(sound.ToWav()), await Heard.In(sound.ToOgg()));
        Assert.That(kept.Seconds, Is.EqualTo(now.Seconds).Within(0.001));
        Assert.That((kept.Peak, kept.Loudness), Is.EqualTo((now.Peak, now.Loudness)).Within(1.5));
        Assert.That(sound.ToOgg().Length * 7, Is.LessThan(sound.ToWav().Length));
    }

    /// <summary>Recordings of the first years are Vorbis, which was written by sox.</summary>
    [Test]
    public async Task A_recording_of_before_is_played_as_it_is()
    {
        using var kiosk = KioskHost.Start("Kiosk:Voice=none");
        var text = SpokenText.Of(LanguageTag.Parse("fr"), "Une personne")!;
        var vorbis = await File.ReadAllBytesAsync(SourceTree.PathOf("Kiosk.Tests/Approved/recording-vorbis.ogg"));
        kiosk.Services.GetRequiredService<Voice>().Recorded.Keep(text, vorbis);
        using var caller = kiosk.Caller();
        using var answer = await caller.GetAsync("/speech/fr?text=Une%20personne");
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("audio/ogg"));
        Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.EqualTo(vorbis));
        Assert.That((await Heard.In(vorbis)).Seconds, Is.GreaterThan(0.5));
    }

    [Test]
    public async Task A_recording_wins_over_what_was_said_ahead_and_that_over_what_is_said_now()
    {
        using var kiosk = KioskHost.Start("Kiosk:Voice=espeak-ng");
        var voice = kiosk.Services.GetRequiredService<Voice>();
        var text = SpokenText.Of(LanguageTag.Parse("fr"), "Bonjour à tous")!;
        var now = await voice.Speak(text, CancellationToken.None);
        Assert.That(voice.PregeneratedSpeech.Has(text), Is.False, "what a touch asked for is kept nowhere");
        voice.PregeneratedSpeech.Keep(text, [1]);
        var ahead = await voice.Speak(text, CancellationToken.None);
        voice.Recorded.Keep(text, [2]);
        Assert.That(
            (now!.Bytes.Length > 1000, ahead!.Bytes, (await voice.Speak(text, CancellationToken.None))!.Bytes),
            Is.EqualTo((true, new byte[] { 1 }, new byte[] { 2 }))
        );
    }

    [TestCase(20)]
    [TestCase(null, Category = "Everything")]
    public async Task Every_text_is_said_ahead_and_what_is_said_no_more_is_removed(int? first)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Data.Root, "house.json");
        var house = JsonNode.Parse(DemoHouse.Json)!;
        DemoHouse.Put(house, "house.languages", """["fr"]""");
        await File.WriteAllTextAsync(file, house.ToJsonString());
        using var kiosk = KioskHost.Start("Kiosk:Voice=espeak-ng", "Kiosk:House=" + file);
        var voice = kiosk.Services.GetRequiredService<Voice>();
        var old = SpokenText.Of(LanguageTag.Parse("fr"), "On ne le dit plus")!;
        voice.PregeneratedSpeech.Keep(old, [1]);
        var texts = Sentences.Of(
            kiosk.Services.GetRequiredService<CurrentPhrases>().Current,
            kiosk.House.Profile.Languages,
            kiosk.Services.GetRequiredService<HouseDatabase>().ToHouseFile()
        );
        var wanted = first ?? texts.Count;
        kiosk.Time.GoOn(Duration.FromSeconds(5));
        Assert.That(
            () => texts.Count(voice.PregeneratedSpeech.Has),
            Is.GreaterThanOrEqualTo(wanted).After(300).Seconds.PollEvery(200).MilliSeconds
        );
        Assert.That(() => voice.PregeneratedSpeech.Has(old), Is.False.After(10).Seconds.PollEvery(100).MilliSeconds);
        Assert.That(voice.PregeneratedSpeech.All(), Is.SubsetOf(texts));
    }

    [Test]
    public async Task The_screen_hears_its_own_words()
    {
        using var kiosk = KioskHost.Start("Kiosk:Voice=espeak-ng");
        using var caller = kiosk.Caller();
        using var answer = await caller.GetAsync("/speech/fr?text=Bonjour");
        Assert.That((answer.StatusCode, answer.Content.Headers.ContentType?.MediaType), Is.EqualTo((HttpStatusCode.OK, "audio/wav")));
        Assert.That((await Heard.In(await answer.Content.ReadAsByteArrayAsync())).Seconds, Is.GreaterThan(0.2));
    }

    [TestCase("/speech/ti?text=hello")]
    [TestCase("/speech/fr")]
    [TestCase("/speech/FR?text=Bonjour")]
    [TestCase("/speech/fr?text=%E2%80%A6")]
    public async Task Where_there_is_nothing_to_hear_it_says_so(string path)
    {
        using var kiosk = KioskHost.Start("Kiosk:Voice=espeak-ng");
        using var caller = kiosk.Caller();
        Assert.That((await caller.GetAsync(path)).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [Test]
    public async Task A_house_may_do_without_the_machine_voice()
    {
        using var kiosk = KioskHost.Start("Kiosk:Voice=none");
        using var caller = kiosk.Caller();
        Assert.That((await caller.GetAsync("/speech/fr?text=Bonjour")).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
    }
}
