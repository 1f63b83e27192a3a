using System.Text;
using System.Text.RegularExpressions;
using Kiosk.Core.Languages;

namespace Kiosk.Core.Speech;

/// <summary>espeak-ng, the voice that Debian brings along for most of the languages spoken here.</summary>
public sealed partial class EspeakSpeaker : ISpeaker
{
    private const string Program = "espeak-ng";

    /// <summary>Words a minute: slower than its 175, for whoever learns the language.</summary>
    private const string Pace = "145";

    private readonly Lazy<Task<IReadOnlySet<string>>> _voices = new(AskForVoices);

    public bool Speaks(LanguageTag language) => _voices.Value.GetAwaiter().GetResult().Contains(language.Value);

    public async Task<Sound> Speak(SpokenText text, CancellationToken cancel)
    {
        var wav = await ExternalProcess.Run(
            Program,
            ["-v", text.Language.Value, "-s", Pace, "-b", "1", "--stdin", "--stdout"],
            Encoding.UTF8.GetBytes(text.Text),
            cancel
        );
        return Sound.Read(wav) ?? throw new SpeechException($"{Program} said nothing.");
    }

    /// <summary>Primary tags of the languages that it lists; none when it is not here.</summary>
    private static async Task<IReadOnlySet<string>> AskForVoices()
    {
        try
        {
            var list = Encoding.UTF8.GetString(
                await ExternalProcess.Run(Program, ["--voices"], default, CancellationToken.None).ConfigureAwait(false)
            );
            return Voice().Matches(list).Select(match => match.Groups[1].Value).ToHashSet();
        }
        catch (SpeechException)
        {
            return new HashSet<string>();
        }
    }

    /// <summary><c> 5  fr-fr  --/M  French_(France) …</c>: priority and tag.</summary>
    [GeneratedRegex(@"^ *\d+ +([a-z]{2,3})\b", RegexOptions.Multiline)]
    private static partial Regex Voice();
}
