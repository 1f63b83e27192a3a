using Dapper;
using Microsoft.Data.Sqlite;

namespace Kiosk.Core.Storage;

/// <summary>One dated change of a database's schema.</summary>
/// <param name="Name"><c>tally-2026-11-20-cells-and-days</c>: database, date and what it brings; the order of names is the order of
/// changes.</param>
internal sealed record Migration(string Name, string Sql);

/// <summary>Brings a database up to the schema this program knows, each change once, remembered in the table <c>migration</c>.</summary>
/// <remarks>A database that holds something is copied first, to <c>copies/before-{migration}.db</c>.</remarks>
internal sealed class Migrator(IReadOnlyList<Migration> migrations, string copies)
{
    /// <param name="database">The folder under <c>Storage/Migrations</c>: <c>Tally</c>, <c>House</c>.</param>
    public static Migrator For(string database, DataFolder folder) => new(NamedSql.Migrations(database), folder.Copies);

    /// <exception cref="MigrationException">A change failed; the database is as it was before that change.</exception>
    public void BringUpToDate(SqliteConnection connection)
    {
        var tables = connection.Query<string>(NamedSql.Query("Migrator/tables")).ToHashSet();
        var done = tables.Contains("migration") ? connection.Query<string>(NamedSql.Query("Migrator/migrations-done")).ToHashSet() : [];
        var holdsSomething = tables.Count > 0;
        foreach (var migration in migrations.Where(migration => !done.Contains(migration.Name)))
        {
            if (holdsSomething)
            {
                SqliteFile.Copy(connection, Path.Combine(copies, $"before-{migration.Name}.db"));
            }

            Apply(migration, connection);
            holdsSomething = true;
        }
    }

    /// <summary>Whether this program knows every change that a database went through; a newer program's it does not.</summary>
    public bool KnowsAll(string path) => !DoneIn(path).Except(migrations.Select(migration => migration.Name)).Any();

    public bool Knows(string migration) => migrations.Any(known => known.Name == migration);

    /// <summary>The changes that a database went through, sorted.</summary>
    public static IReadOnlyList<string> DoneIn(string path)
    {
        using var connection = SqliteFile.Open(path);
        return connection.Query<string>(NamedSql.Query("Migrator/tables")).Contains("migration")
            ? [.. connection.Query<string>(NamedSql.Query("Migrator/migrations-done")).Order(StringComparer.Ordinal)]
            : [];
    }

    private static void Apply(Migration migration, SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        try
        {
            connection.Execute(NamedSql.Query("Migrator/keep-a-record"), transaction: transaction);
            connection.Execute(migration.Sql, transaction: transaction);
            connection.Execute(NamedSql.Query("Migrator/record-migration"), new { name = migration.Name }, transaction);
            transaction.Commit();
        }
        catch (SqliteException problem)
        {
            throw new MigrationException(
                $"The change {migration.Name} could not be made ({problem.Message}); the database is as it was.",
                problem
            );
        }
    }
}

/// <summary>A database could not be brought up to date; the message names the change.</summary>
public sealed class MigrationException(string message, Exception inner) : Exception(message, inner);
