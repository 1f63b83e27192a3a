namespace Kiosk.Tests.Support;

/// <summary>What <c>docs/architecture.md</c> says of the folders.</summary>
internal static class ArchitecturePage
{
    /// <summary>The rows of a project's table: a folder, and the folders of the same project that it knows.</summary>
    public static IReadOnlyList<(string Folder, IReadOnlyList<string> Knows)> Knows(string project) =>
        [
            .. SourceTree
                .Read("docs/architecture.md")
                .Split('\n')
                .SkipWhile(line => line != $"### {project}")
                .Skip(1)
                .TakeWhile(line => !line.StartsWith('#'))
                .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
                .Select(line => line.Split('|'))
                .Select(cells => (NamesIn(cells[1])[0], NamesIn(cells[3]))),
        ];

    private static IReadOnlyList<string> NamesIn(string cell) => [.. cell.Split('`').Where((_, index) => index % 2 == 1)];
}
