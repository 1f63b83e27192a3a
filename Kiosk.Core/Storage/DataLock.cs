using System.Globalization;
using System.Text;

namespace Kiosk.Core.Storage;

/// <summary>Who uses a data folder: <c>kiosk</c>, or a command such as <c>restore</c>, and the number of its process.</summary>
public sealed record FolderUser(string Name, int ProcessId)
{
    public const string Kiosk = "kiosk";

    /// <summary>In a sentence: <c>another kiosk (process 812)</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Name == Kiosk ? "another kiosk" : $"'{Name}'")} (process {ProcessId})");
}

/// <summary>One process at a time uses a data folder. Held until it is disposed of, or the process ends.</summary>
/// <remarks>
/// A lock of the operating system on the file <c>in-use</c> (fcntl(2), F_SETLK): it ends with its process however that ends, and holds
/// between users. The file lies in the data folder, the one place that all who use it share, and stays there: taking it away would let two
/// processes lock two files of the same name. What is in it only names who took the lock last.
/// </remarks>
public sealed class DataLock : IDisposable
{
    public const string FileName = "in-use";

    /// <summary>The text always fills it, so that writing it needs no new room on a full disk.</summary>
    private const int TextBytes = 64;

    /// <summary>The byte that is locked; behind the text, because on Windows nobody may read what is locked.</summary>
    private const long LockedByte = 1024;

    private readonly FileStream? _file;

    private DataLock(FileStream? file) => _file = file;

    /// <summary>Takes the folder, making it when it is not there.</summary>
    /// <param name="user">Who takes it.</param>
    /// <param name="advice">What to do when somebody else has it.</param>
    /// <exception cref="DataFolderException">Somebody else has it, or nothing can be written there.</exception>
    public static DataLock Take(string folder, string user, string advice) =>
        TryTake(folder, user)
        ?? throw new DataFolderException(
            $"The data folder {Path.GetFullPath(folder)} is in use by {UserOf(folder)?.ToString() ?? "another process"}. "
                + $"Nothing was changed: {advice}"
        );

    /// <returns>Null when somebody else has it.</returns>
    /// <exception cref="DataFolderException">Nothing can be written there.</exception>
    public static DataLock? TryTake(string folder, string user)
    {
        if (OperatingSystem.IsMacOS())
        {
            return new DataLock(null); // .NET locks no part of a file there; no kiosk is a Mac
        }

        var file = Open(folder);
        try
        {
            file.Lock(LockedByte, 1);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            file.Dispose();
            return null;
        }

        var held = new DataLock(file);
        held.Write(string.Create(CultureInfo.InvariantCulture, $"{user} {Environment.ProcessId}"));
        return held;
    }

    /// <summary>Who wrote there last; only for who finds the folder locked does it say who has it now.</summary>
    public static FolderUser? UserOf(string folder)
    {
        try
        {
            using var file = new FileStream(PathIn(folder), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var text = new byte[TextBytes];
            var words = Encoding.ASCII.GetString(text, 0, file.ReadAtLeast(text, TextBytes, throwOnEndOfStream: false)).Split(' ', 3);
            return words.Length >= 2 && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var process)
                ? new FolderUser(words[0], process)
                : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Dispose() => _file?.Dispose();

    private static string PathIn(string folder) => Path.Combine(folder, FileName);

    private static FileStream Open(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var isNew = !File.Exists(PathIn(folder));
            var file = new FileStream(
                PathIn(folder),
                new FileStreamOptions
                {
                    Mode = FileMode.OpenOrCreate,
                    Access = FileAccess.ReadWrite,
                    Share = FileShare.ReadWrite | FileShare.Delete,
                    BufferSize = 0,
                }
            );
            if (isNew && !OperatingSystem.IsWindows())
            {
                LetOthersLock(file);
            }

            return file;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw DataFolderException.OfNoWriting(Path.GetFullPath(folder), problem);
        }
    }

    /// <summary>One that root made must not keep the kiosk's own user out: only who may write to it may lock it.</summary>
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void LetOthersLock(FileStream file)
    {
        try
        {
            File.SetUnixFileMode(
                file.SafeFileHandle,
                UnixFileMode.UserRead
                    | UnixFileMode.UserWrite
                    | UnixFileMode.GroupRead
                    | UnixFileMode.GroupWrite
                    | UnixFileMode.OtherRead
                    | UnixFileMode.OtherWrite
            );
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // another user made it in this very moment, or its disk knows no rights
        }
    }

    /// <summary>What cannot be written names nobody; the lock holds all the same.</summary>
    private void Write(string text)
    {
        try
        {
            _file?.Seek(0, SeekOrigin.Begin);
            _file?.Write(Encoding.ASCII.GetBytes(text.PadRight(TextBytes)));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // a full or failing disk
        }
    }
}
