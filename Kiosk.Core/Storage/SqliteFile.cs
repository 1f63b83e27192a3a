using System.Reflection;
using System.Runtime.InteropServices;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kiosk.Core.Storage;

/// <summary>Opens SQLite files the one way this program trusts: on disk when it says so, and without old rows left readable.</summary>
public static class SqliteFile
{
    private const string SystemsLibrary = "libsqlite3.so.0"; // the distribution's own, so that its security updates reach us
    private const int AskWhetherMoved = 20; // SQLITE_FCNTL_HAS_MOVED, sqlite3.h
    private const nint MainDatabase = 0; // a null pointer in place of its name

    static SqliteFile()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, UseTheSystemsLibrary);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
    }

    /// <summary>
    /// Opens or creates <paramref name="path"/>, with every PRAGMA set: SQLite keeps them per connection, and builds differ.
    /// </summary>
    /// <remarks>
    /// A rollback journal and no WAL, because a WAL keeps the order of writes; <c>secure_delete</c> because deleted rows stay readable
    /// without it;
    /// <c>synchronous=EXTRA</c> also syncs the directory after the journal is unlinked (sqlite.org/pragma.html).
    /// </remarks>
    /// <exception cref="SqliteException">The file cannot be opened or is no database.</exception>
    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            connection.Execute(
                """
                PRAGMA journal_mode = DELETE;
                PRAGMA synchronous = EXTRA;
                PRAGMA secure_delete = ON;
                PRAGMA foreign_keys = ON;
                PRAGMA temp_store = MEMORY;
                """
            );
            return connection;
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

    private static IntPtr UseTheSystemsLibrary(string name, Assembly assembly, DllImportSearchPath? searchPath) =>
        name == "e_sqlite3" && OperatingSystem.IsLinux() ? NativeLibrary.Load(SystemsLibrary) : IntPtr.Zero;

    [DllImport(SystemsLibrary, EntryPoint = "sqlite3_file_control")]
    private static extern int Ask(sqlite3 connection, nint database, int question, out int answer);
}
