using Dapper;
using Microsoft.Data.Sqlite;

namespace Kiosk.Core.Storage;

/// <summary>What somebody else did to the file of an open database.</summary>
public enum ForeignChange
{
    /// <summary>No file lies at its path any more.</summary>
    Removed,

    /// <summary>Another file lies at its path.</summary>
    Replaced,

    /// <summary>It is the same file, and another program wrote into it.</summary>
    Written,
}

/// <summary>The file of an open database: written to by this program, watched for what others do to it.</summary>
/// <remarks>For one connection, whose owner lets one thread at a time use it.</remarks>
internal sealed class DatabaseFile
{
    private readonly SqliteConnection _connection;
    private readonly string _path;
    private long _version;
    private ForeignChange? _change;

    /// <param name="connection">To the database, opened and brought up to date.</param>
    public DatabaseFile(SqliteConnection connection, string path) =>
        (_connection, _path, _version) = (connection, path, VersionOf(connection));

    /// <summary>What was done to it since it was opened; null when nothing was. It stays until it is opened anew.</summary>
    /// <exception cref="SqliteException">It cannot be read.</exception>
    public ForeignChange? Look() =>
        _change ??=
            !File.Exists(_path) ? ForeignChange.Removed
            : SqliteFile.HasMoved(_connection) ? ForeignChange.Replaced
            : VersionOf(_connection) != _version ? ForeignChange.Written
            : null;

    /// <summary>Runs what writes to it.</summary>
    /// <exception cref="StorageException">It could not be written; nothing was changed.</exception>
    public void Writing(Action write)
    {
        try
        {
            StorageException.Writing(write);
        }
        catch (StorageException)
        {
            ForgetOwnFailure();
            throw;
        }
    }

    /// <summary>After an error of the disk SQLite reads everything anew, and its number changes as if another had written.</summary>
    private void ForgetOwnFailure()
    {
        try
        {
            _version = VersionOf(_connection);
        }
        catch (SqliteException)
        {
            // it cannot be read at all: whoever reads it next is told
        }
    }

    /// <summary>Changes when another connection wrote (sqlite.org/pragma.html#pragma_data_version).</summary>
    private static long VersionOf(SqliteConnection connection) => connection.ExecuteScalar<long>("PRAGMA data_version");
}
