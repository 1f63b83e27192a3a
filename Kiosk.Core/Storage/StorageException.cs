using Microsoft.Data.Sqlite;

namespace Kiosk.Core.Storage;

/// <summary>A database could not be opened or written; nothing was half written. The message says what to look at.</summary>
public sealed class StorageException : Exception
{
    private StorageException(string message, Exception inner)
        : base(message, inner) { }

    /// <summary>Runs what opens a database.</summary>
    internal static T Opening<T>(string path, Func<T> open)
    {
        try
        {
            return open();
        }
        catch (SqliteException problem)
        {
            throw new StorageException(
                $"{path} cannot be opened ({problem.Message}). Is the disk full, may this user not write there, or does another program "
                    + "hold the file?",
                problem
            );
        }
    }

    /// <summary>Runs what writes to a database.</summary>
    /// <remarks>The words of SQLite and of the system name the file at most, never what was to be written.</remarks>
    internal static void Writing(Action write)
    {
        try
        {
            write();
        }
        catch (Exception problem) when (problem is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StorageException(
                $"The data folder could not be written to ({problem.Message}). Is the disk full, or the folder read-only?",
                problem
            );
        }
    }
}
