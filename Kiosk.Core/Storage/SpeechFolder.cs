using System.Text;
using Kiosk.Core.Languages;
using Kiosk.Core.Speech;

namespace Kiosk.Core.Storage;

/// <summary>Sounds in a folder, by language and mark, each beside its words: <c>fr/1f0c….ogg</c> and <c>fr/1f0c….txt</c>.</summary>
/// <remarks>A file is there whole or not at all.</remarks>
public sealed class SpeechFolder(string folder)
{
    private const string Sound = ".ogg";
    private const string Words = ".txt";

    public byte[]? Find(SpokenText text) => File.Exists(PathOf(text, Sound)) ? File.ReadAllBytes(PathOf(text, Sound)) : null;

    public bool Has(SpokenText text) => File.Exists(PathOf(text, Sound));

    /// <exception cref="StorageException">The disk is full, or cannot be written to.</exception>
    public void Keep(SpokenText text, byte[] ogg) =>
        StorageException.Writing(() =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(text, Sound))!);
            Write(PathOf(text, Words), Encoding.UTF8.GetBytes(text.Text));
            Write(PathOf(text, Sound), ogg);
        });

    public void Remove(SpokenText text)
    {
        File.Delete(PathOf(text, Sound));
        File.Delete(PathOf(text, Words));
    }

    /// <summary>Every text that has a sound here.</summary>
    public IEnumerable<SpokenText> All() =>
        !Directory.Exists(folder)
            ? []
            : from below in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
            let language = LanguageTag.TryParse(Path.GetFileName(below), out var tag) ? tag : null
            where language is not null
            from file in Directory.EnumerateFiles(below, "*" + Sound).Order(StringComparer.Ordinal)
            let words = Path.ChangeExtension(file, Words)
            where File.Exists(words)
            select SpokenText.Of(language, File.ReadAllText(words)) into text
            where text is not null
            select text;

    private string PathOf(SpokenText text, string kind) => Path.Combine(folder, text.Language.Value, text.Mark + kind);

    private static void Write(string path, byte[] bytes)
    {
        using (var file = File.Create(path + ".part"))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".part", path, overwrite: true);
    }
}
