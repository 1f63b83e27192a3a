using System.IO.Compression;
using System.Text;

namespace Kiosk.Core.Exchange;

/// <summary>A file that was brought in, not believed yet.</summary>
/// <param name="Name">Without its folder.</param>
public sealed record IncomingFile(string Name, byte[] Content)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The file as text; null with a sentence when it is not UTF-8.</summary>
    public string? Text(out RowProblem? problem)
    {
        problem =
            Content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || Content.AsSpan(0, Math.Min(Content.Length, 1000)).Contains((byte)0)
                ? Refused("UTF-16 (\"Unicode\")")
                : null;
        if (problem is not null)
        {
            return null;
        }

        try
        {
            // the byte order mark that Excel writes
            return Strict.GetString(Content is [0xEF, 0xBB, 0xBF, ..] ? Content.AsSpan(3) : Content);
        }
        catch (DecoderFallbackException wrong)
        {
            problem = Refused(
                "Latin-1 or Windows-1252",
                1 + Content.AsSpan(0, Math.Clamp(wrong.Index, 0, Content.Length)).Count((byte)'\n')
            );
            return null;
        }
    }

    private RowProblem Refused(string encoding, int? line = null) =>
        new(
            new Place(Name, line),
            $"This file is not in UTF-8 but seems to be in {encoding}: save it again as \"CSV UTF-8\" (or as UTF-8), then bring it in."
        );
}

/// <summary>The files of one import: of a folder, of a zip, or a single one. Nothing is ever unpacked to the disk.</summary>
public sealed record IncomingFiles(IReadOnlyList<IncomingFile> Files, IReadOnlyList<RowProblem> Problems)
{
    private static readonly RowProblem TooMuch = new(
        new Place(""),
        $"This is more than {ExchangeLimits.Megabytes} once unpacked, all files together: bring it in in several parts, one after "
            + "the other."
    );

    private static readonly string TooMany = $"There are more than {ExchangeLimits.Files} files: leave those of HSDS only.";

    /// <summary>The files of a folder, those in folders below left out; or a zip or a single file.</summary>
    public static IncomingFiles Of(string path)
    {
        try
        {
            return File.Exists(path) ? Of(Path.GetFileName(path), File.OpenRead(path))
                : Directory.Exists(path) ? InFolder(path)
                : Refused(path, "There is no such folder or file: correct the path.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Refused(path, $"This could not be read: {problem.Message}");
        }
    }

    /// <param name="content">Is read to its end or to the limit, and closed.</param>
    public static IncomingFiles Of(string name, Stream content) => Of([(name, content)]);

    /// <summary>Several files of one import, zips among them: they share the limits, and none is taken when those are passed.</summary>
    /// <param name="files">Are opened one after the other, each read to its end or to the limit, and closed.</param>
    public static IncomingFiles Of(IEnumerable<(string Name, Stream Content)> files)
    {
        var (all, problems, room) = (new List<IncomingFile>(), new List<RowProblem>(), new Room());
        foreach (var (name, content) in files)
        {
            var read = Of(name, content, room);
            if (room.IsPassed)
            {
                return read;
            }

            all.AddRange(read.Files);
            problems.AddRange(read.Problems);
        }

        return new(all, problems);
    }

    private static IncomingFiles Of(string name, Stream content, Room room)
    {
        using (content)
        {
            return room.Read(content) is not { } bytes ? Refused(name, TooMuch.Sentence)
                : bytes is [(byte)'P', (byte)'K', 3 or 5, ..] ? InZip(name, bytes, room)
                : Single(name, bytes, room);
        }
    }

    private static IncomingFiles Single(string name, byte[] content, Room room)
    {
        room.KeepBytes(content.Length);
        return room.KeepFiles(1) ? new([new IncomingFile(name, content)], []) : Refused(name, TooMany);
    }

    private static IncomingFiles InFolder(string path)
    {
        var files = Directory
            .EnumerateFiles(path)
            .Where(file => Path.GetExtension(file).ToLowerInvariant() is ".csv" or ".json")
            .Order(StringComparer.Ordinal)
            .Take(ExchangeLimits.Files + 1)
            .ToList();
        if (files.Count > ExchangeLimits.Files)
        {
            return Refused(path, TooMany);
        }

        if (files.Sum(file => new FileInfo(file).Length) > ExchangeLimits.ImportBytes)
        {
            return Refused(path, TooMuch.Sentence);
        }

        return new([.. files.Select(file => new IncomingFile(Path.GetFileName(file), File.ReadAllBytes(file)))], []);
    }

    private static IncomingFiles InZip(string name, byte[] content, Room room)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content));
            return room.KeepFiles(zip.Entries.Count) ? Unpacked(name, zip, room) : Refused(name, TooMany);
        }
        catch (InvalidDataException)
        {
            return Refused(name, "This zip is damaged: make it again.");
        }
    }

    /// <summary>Counts what really comes out: a zip may lie about how large its files are.</summary>
    private static IncomingFiles Unpacked(string name, ZipArchive zip, Room room)
    {
        var (files, problems) = (new List<IncomingFile>(), new List<RowProblem>());
        foreach (var entry in zip.Entries.Where(entry => Path.GetExtension(entry.Name).ToLowerInvariant() is ".csv" or ".json"))
        {
            if (entry.FullName.Replace('\\', '/').Split('/').Contains("..") || Path.IsPathRooted(entry.FullName))
            {
                problems.Add(
                    new RowProblem(
                        new Place(name),
                        $"The zip holds '{entry.FullName}', which points out of its own folder: it was passed over. Do not trust "
                            + "where this zip came from."
                    )
                );
                continue;
            }

            if (files.Any(file => file.Name == entry.Name))
            {
                problems.Add(new RowProblem(new Place(name), $"The zip holds {entry.Name} twice: the first was taken."));
                continue;
            }

            using var unpacked = entry.Open();
            if (room.Read(unpacked) is not { } bytes)
            {
                return Refused(name, TooMuch.Sentence);
            }

            room.KeepBytes(bytes.Length);
            files.Add(new IncomingFile(entry.Name, bytes));
        }

        return new(files, problems);
    }

    private static IncomingFiles Refused(string name, string sentence) => new([], [new RowProblem(new Place(name), sentence)]);

    /// <summary>What the files of one import may still hold.</summary>
    private sealed class Room
    {
        private int _bytes = ExchangeLimits.ImportBytes;
        private int _files = ExchangeLimits.Files;

        public bool IsPassed { get; private set; }

        /// <summary>
        /// To the end; null when there is no room for it. What is read takes its room only when it is kept: a zip counts by what it holds.
        /// </summary>
        public byte[]? Read(Stream content)
        {
            using var read = new MemoryStream();
            var buffer = new byte[81920];
            for (int count; (count = content.Read(buffer)) > 0; )
            {
                if (read.Length + count > _bytes)
                {
                    IsPassed = true;
                    return null;
                }

                read.Write(buffer, 0, count);
            }

            return read.ToArray();
        }

        public void KeepBytes(int bytes) => _bytes -= bytes;

        /// <returns>Whether there is room for so many more.</returns>
        public bool KeepFiles(int files)
        {
            _files -= files;
            IsPassed |= _files < 0;
            return !IsPassed;
        }
    }
}
