using System.Reflection;

namespace Kiosk.Core.Storage;

/// <summary>The <c>.sql</c> files beside this code, one question each, found by name.</summary>
internal static class NamedSql
{
    private const string Root = "Kiosk.Core.Storage.";
    private static readonly Assembly Here = typeof(NamedSql).Assembly;

    /// <param name="name">Folder and file under <c>Queries</c>, without ending: <c>Tally/last-day</c>.</param>
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static string Query(string name) => Read($"{Root}Queries.{name.Replace('/', '.')}.sql");

    /// <summary>The migrations of one database, <c>Migrations/Tally/2026-11-20-….sql</c>, in the order of their dates.</summary>
    public static IReadOnlyList<Migration> Migrations(string database)
    {
        var folder = $"{Root}Migrations.{database}.";
        return
        [
            .. Here.GetManifestResourceNames()
                .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => new Migration(
                    $"{database.ToLowerInvariant()}-{Path.GetFileNameWithoutExtension(name[folder.Length..])}",
                    Read(name)
                )),
        ];
    }

    private static string Read(string resource)
    {
        using var stream =
            Here.GetManifestResourceStream(resource) ?? throw new ArgumentException($"There is no {resource}.", nameof(resource));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
