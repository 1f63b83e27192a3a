using Dapper;

namespace Kiosk.Core.Storage;

/// <summary>Looks at a database without using it.</summary>
public static class DatabaseCheck
{
    /// <summary>Whether its pages are sound.</summary>
    /// <exception cref="StorageException">It is locked or may not be read: that says nothing about its pages.</exception>
    public static bool IsSound(string path) => StorageException.Opening(path, () => SqliteFile.IsSound(path));

    /// <summary>Tags of the languages of the house that is in it; none when there is no house in it.</summary>
    /// <exception cref="StorageException">It cannot be read.</exception>
    public static IReadOnlyList<string> LanguagesOffered(string houseDatabase) =>
        StorageException.Opening(
            houseDatabase,
            () =>
            {
                using var connection = SqliteFile.Open(houseDatabase);
                SqliteFile.WriteNothing(connection);
                return connection.Query<string>(NamedSql.Query("House/languages-offered")).AsList();
            }
        );
}
