using System.Text;

namespace Kiosk.Tests.Processes;

/// <summary>Words to be found nowhere, whatever way they are written.</summary>
internal sealed class Traces(params string[] words)
{
    private static readonly EnumerationOptions EveryFile = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>UTF-8, UTF-16 as browsers keep texts, and as an address writes what is not Latin.</summary>
    private readonly (string Word, byte[] Bytes)[] _needles =
    [
        .. from word in words
        from bytes in new[]
        {
            Encoding.UTF8.GetBytes(word),
            Encoding.Unicode.GetBytes(word),
            Encoding.ASCII.GetBytes(Uri.EscapeDataString(word)),
        }
        select (word, bytes),
    ];

    /// <summary>Every file under the folder that holds one, with the word: none, when all was forgotten.</summary>
    public IEnumerable<string> In(string folder) =>
        from path in Directory.EnumerateFiles(folder, "*", EveryFile)
        where new FileInfo(path).Length > 0 // a pipe or socket has none
        from word in InBytes(File.ReadAllBytes(path))
        select $"{Path.GetRelativePath(folder, path)}: {word}";

    public IEnumerable<string> InBytes(byte[] bytes) =>
        _needles.Where(needle => bytes.AsSpan().IndexOf(needle.Bytes) >= 0).Select(needle => needle.Word).Distinct();

    public IEnumerable<string> InText(string text) => InBytes(Encoding.UTF8.GetBytes(text));
}
