using System.Threading.Channels;
using Kiosk.App.Hosting;
using Kiosk.Core.Editing;
using Kiosk.Core.Speech;
using Kiosk.Core.Storage;

namespace Kiosk.App.Speech;

/// <summary>
/// Says every text of the house and of the screen ahead of time, one after the other, from the start on and after every change. What no
/// text says any more is removed.
/// </summary>
/// <remarks>In the order of the house file, whatever visitors touch: the files tell nothing of them.</remarks>
public sealed class SpeechPregenerator(
    Voice voice,
    CurrentHouse house,
    HouseDatabase database,
    CurrentPhrases phrases,
    DataFolder folder,
    KioskSettings settings,
    TimeProvider time,
    ILogger<SpeechPregenerator> logger
) : BackgroundService
{
    /// <summary>After a change: staff often make several.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Texts that are to be said ahead, and those that are.</summary>
    public (int Of, int Said) Progress { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Voice == KioskSettings.NoVoice || folder.IsStandIn)
        {
            return;
        }

        house.Changed += Again;
        phrases.Changed += Again;
        Again();
        try
        {
            while (await _changes.Reader.WaitToReadAsync(stoppingToken))
            {
                await Task.Delay(Rest, time, stoppingToken);
                _changes.Reader.TryRead(out _);
                await SpeakAll(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // the kiosk is closing
        }
    }

    private void Again() => _changes.Writer.TryWrite(true);

    private async Task SpeakAll(CancellationToken cancel)
    {
        try
        {
            var texts = Sentences.Of(phrases.Current, house.Current.Profile.Languages, database.ToHouseFile());
            foreach (var old in voice.PregeneratedSpeech.All().Except(texts).ToList())
            {
                voice.PregeneratedSpeech.Remove(old);
            }

            for (var said = 0; said < texts.Count && _changes.Reader.Count == 0; said++)
            {
                Progress = (texts.Count, said);
                await voice.SpeakAhead(texts[said], cancel);
                Progress = (texts.Count, said + 1);
            }
        }
        catch (Exception problem) when (problem is SpeechException or StorageException or IOException or UnauthorizedAccessException)
        {
            logger.LogWarning("Not every text could be said ahead of time; it is said when it is touched. {Problem}", problem.Message);
        }
    }
}
