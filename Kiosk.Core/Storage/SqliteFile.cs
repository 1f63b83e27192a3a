using System.Runtime.InteropServices;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kiosk.Core.Storage;

/// <summary>Opens SQLite files the one way this program trusts: on disk when it says so, and without old rows left readable.</summary>
public static class SqliteFile
{
    private const string Library = "e_sqlite3"; // the package brings it along, the same on every system
    private const int AskWhetherMoved = 20; // SQLITE_FCNTL_HAS_MOVED, sqlite3.h
    private const nint MainDatabase = 0; // a null pointer in place of its name
    private const int Extra = 3; // of PRAGMA synchronous

    /// <summary>
    /// Opens or creates <paramref name="path"/>, with every PRAGMA set, and those asked for again that promises rest on: SQLite keeps them
    /// per connection, builds differ, and one that it does not know it passes over.
    /// </summary>
    /// <remarks>
    /// A rollback journal and no WAL, because a WAL keeps the order of writes; <c>secure_delete</c> because deleted rows stay readable
    /// without it;
    /// <c>synchronous=EXTRA</c> also syncs the directory after the journal is unlinked (sqlite.org/pragma.html).
    /// </remarks>
    /// <exception cref="SqliteException">The file cannot be opened or is no database.</exception>
    /// <exception cref="NotSupportedException">This SQLite cannot do it. Nothing was written.</exception>
    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            var journal = connection.QuerySingle<string>("PRAGMA journal_mode = DELETE");
            connection.Execute(
                """
                PRAGMA synchronous = EXTRA;
                PRAGMA secure_delete = ON;
                PRAGMA foreign_keys = ON;
                PRAGMA temp_store = MEMORY;
                """
            );
            var (synchronous, secure) = (Asked(connection, "synchronous"), Asked(connection, "secure_delete"));
            return (journal, synchronous, secure) is ("delete" or "memory", Extra, 1)
                ? connection
                : throw new NotSupportedException(
                    $"This SQLite has its own way ({journal}, {synchronous}, {secure}): what is deleted might stay readable."
                );
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Whether the file at <paramref name="path"/> is a database whose pages are sound (<c>PRAGMA quick_check</c>).</summary>
    /// <exception cref="SqliteException">The file is locked or may not be read: that says nothing about its pages.</exception>
    public static bool IsSound(string path)
    {
        try
        {
            using var connection = Open(path);
            return connection.QuerySingle<string>("PRAGMA quick_check(1)") == "ok";
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_IOERR)
        {
            return false;
        }
    }

    /// <summary>Whether the file of an open database lies no longer at its path. On Windows nobody can move an open one.</summary>
    internal static bool HasMoved(SqliteConnection connection) =>
        OperatingSystem.IsLinux() && Ask(connection.Handle!, MainDatabase, AskWhetherMoved, out var moved) == raw.SQLITE_OK && moved != 0;

    /// <summary>From here on nothing is written through this connection; who tries is told that the database is read-only.</summary>
    public static void WriteNothing(SqliteConnection connection) => connection.Execute("PRAGMA query_only = ON");

    /// <summary>
    /// Copies an open database page by page (SQLite's backup API), replacing <paramref name="target"/> only when the copy is whole.
    /// </summary>
    public static void Copy(SqliteConnection source, string target)
    {
        var unfinished = target + ".part";
        File.Delete(unfinished);
        File.Delete(unfinished + "-journal");
        using (var copy = Open(unfinished))
        {
            source.BackupDatabase(copy);
        }

        File.Move(unfinished, target, overwrite: true);
    }

    /// <summary>
    /// Copies an open database without what <paramref name="leaveOut"/> takes out of the copy; that never reaches the disk.
    /// </summary>
    /// <remarks>
    /// Taking it out on disk would leave a trace even so: the header counts commits (sqlite.org/fileformat.html, 1.3.7), and an update that
    /// finds nothing to change makes none.
    /// </remarks>
    public static void CopyWithout(SqliteConnection source, string target, Action<SqliteConnection> leaveOut)
    {
        using var inMemory = Open(":memory:");
        source.BackupDatabase(inMemory);
        leaveOut(inMemory);
        Copy(inMemory, target);
    }

    private static long Asked(SqliteConnection connection, string pragma) => connection.QuerySingle<long>("PRAGMA " + pragma);

    [DllImport(Library, EntryPoint = "sqlite3_file_control")]
    private static extern int Ask(sqlite3 connection, nint database, int question, out int answer);
}
