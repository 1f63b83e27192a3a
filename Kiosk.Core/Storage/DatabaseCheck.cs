using Dapper;
using Microsoft.Data.Sqlite;

namespace Kiosk.Core.Storage;

/// <summary>Looks at a database without using it.</summary>
public static class DatabaseCheck
{
    /// <summary>Whether its pages are sound.</summary>
    /// <exception cref="StorageException">It is locked or may not be read: that says nothing about its pages.</exception>
    public static bool IsSound(string path) => StorageException.Opening(path, () => SqliteFile.IsSound(path));

    /// <summary>How many tablets are paired.</summary>
    /// <exception cref="StorageException">It cannot be read.</exception>
    public static int TabletsPaired(string staffDatabase) =>
        Ask(staffDatabase, connection => connection.Query(NamedSql.Query("Staff/devices")).Count());

    /// <summary>Whether the house has a PIN: a first tablet was paired.</summary>
    /// <exception cref="StorageException">It cannot be read.</exception>
    public static bool HasPin(string staffDatabase) =>
        Ask(staffDatabase, connection => connection.Query<string>(NamedSql.Query("Staff/fact"), new { name = StaffDatabase.Pin }).Any());

    /// <summary>Tags of the languages of the house that is in it; none when there is no house in it.</summary>
    /// <exception cref="StorageException">It cannot be read.</exception>
    public static IReadOnlyList<string> LanguagesOffered(string houseDatabase) =>
        Ask(houseDatabase, connection => connection.Query<string>(NamedSql.Query("House/languages-offered")).AsList());

    private static T Ask<T>(string path, Func<SqliteConnection, T> question) =>
        StorageException.Opening(
            path,
            () =>
            {
                using var connection = SqliteFile.Open(path);
                SqliteFile.WriteNothing(connection);
                return question(connection);
            }
        );
}
