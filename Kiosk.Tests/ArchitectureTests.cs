using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Fluent.Slices;
using ArchUnitNET.Loader;
using ArchUnitNET.NUnit;
using Kiosk.App.Hosting;
using Kiosk.Core.Houses;
using Kiosk.Tests.Support;
using NUnit.Framework;
using Assembly = System.Reflection.Assembly;

namespace Kiosk.Tests;

/// <summary>Who may know whom, and how large a file may grow.</summary>
internal sealed partial class ArchitectureTests
{
    private const int MostLines = 400;

    /// <summary>What a test does to a page of the browser that stays with the page.</summary>
    private const string LastingChange =
        @"\.Page\.(AddInit|Expose|Route|EmulateMedia|SetExtra|Clock\.(Install|Set|Pause)|Context\.(New|AddInit|Expose|Route|Grant|Set))";

    private const int MostColumns = 140;
    private const int MostLinesOfProgram = 60;

    private static readonly Assembly Core = typeof(House).Assembly;
    private static readonly Assembly App = typeof(KioskSettings).Assembly;

    private static readonly Architecture Both = new ArchLoader().LoadAssemblies(Core, App).Build();

    private static readonly string[] Sides = ["Visitor", "Staff", "Commands"];

    private static readonly string[] Projects = ["Kiosk.Core", "Kiosk.App"];

    /// <summary>At any depth: a folder within another is one of its own.</summary>
    [TestCaseSource(nameof(Projects))]
    public void No_folders_know_each_other_in_a_circle(string project) =>
        SliceRuleDefinition.Slices().Matching(project + ".(**)").Should().BeFreeOfCycles().Check(Both);

    /// <summary>The page lists the folders from the ground up, each with the folders of its project that it knows.</summary>
    [TestCaseSource(nameof(Projects))]
    public void A_folder_knows_those_that_the_page_on_the_architecture_says_and_no_others(string project)
    {
        var said = ArchitecturePage.Knows(project);
        var (above, wrong) = (new HashSet<string>(), new List<string>());
        foreach (var (folder, knows) in said)
        {
            wrong.AddRange(knows.Where(other => !above.Contains(other)).Select(other => $"{folder} comes before {other}, which it knows"));
            above.Add(folder);
        }

        Assert.That(wrong, Is.Empty);
        Assert.That(
            said.SelectMany(row => row.Knows.Select(other => $"{row.Folder} -> {other}")),
            Is.EquivalentTo(ArrowsOf(project).Select(arrow => $"{arrow.Folder} -> {arrow.Other}"))
        );
    }

    [TestCaseSource(nameof(Projects))]
    public void The_page_on_the_architecture_has_a_row_for_each_folder(string project) =>
        Assert.That(ArchitecturePage.Knows(project).Select(row => row.Folder), Is.EquivalentTo(FoldersOf(project)));

    [Test]
    public void A_namespace_is_called_as_its_folder() =>
        Assert.That(
            from project in Projects
            from file in SourceTree.Files(project, ".cs")
            let name = Namespace().Match(SourceTree.Read(file))
            where name.Success && name.Groups[1].Value != Path.GetDirectoryName(file)!.Replace('/', '.')
            select $"{file} is in {name.Groups[1].Value}",
            Is.Empty
        );

    /// <summary>Whatever the page on the architecture allows: pages for anybody, pages for who works here, and commands.</summary>
    [Test]
    public void The_sides_of_the_program_never_see_one_another_and_what_they_share_sees_none() =>
        Assert.That(
            from arrow in ArrowsOf("Kiosk.App")
            let other = SideOf(arrow.Other)
            where other is not null && other != SideOf(arrow.Folder)
            select $"{arrow.Folder} sees {arrow.Other}",
            Is.Empty
        );

    [Test]
    public void The_core_knows_nothing_of_the_web() =>
        Assert.That(
            Core.GetReferencedAssemblies()
                .Select(a => a.Name)
                .Where(name => name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)),
            Is.Empty
        );

    [Test]
    public void Storage_alone_touches_SQL() =>
        Assert.That(
            SourceTree
                .Files(".", ".cs")
                .Where(file =>
                    !file.StartsWith("Kiosk.Core/Storage/", StringComparison.Ordinal)
                    && !file.StartsWith("Kiosk.Tests/", StringComparison.Ordinal)
                )
                .Where(file => Sql().IsMatch(SourceTree.Read(file))),
            Is.Empty
        );

    [Test]
    public void No_type_has_the_name_of_its_namespace() =>
        Assert.That(Core.GetTypes().Concat(App.GetTypes()).Where(type => type.Namespace?.Split('.')[^1] == type.Name), Is.Empty);

    [Test]
    public void The_program_is_a_table_of_contents() =>
        Assert.That(SourceTree.Read("Kiosk.App/Program.cs").Split('\n'), Has.Length.LessThanOrEqualTo(MostLinesOfProgram));

    /// <summary>By the end of its path: <c>Slips/SlipComposer.cs</c>, or the name alone.</summary>
    [Test]
    public void Each_file_that_the_page_on_the_architecture_names_is_there()
    {
        var files = SourceTree.Files(".", ".cs", ".cshtml", ".js").Select(file => "/" + file).ToList();
        var named = NamedFile().Matches(SourceTree.Read("docs/architecture.md")).Select(file => file.Groups[1].Value).Distinct().ToList();
        Assert.That(named, Has.Count.GreaterThan(20));
        Assert.That(named.Where(name => !files.Exists(file => file.EndsWith("/" + name, StringComparison.Ordinal))), Is.Empty);
    }

    [Test]
    public void No_file_outgrows_a_reader() =>
        Assert.That(
            SourceTree.Files(".", ".cs", ".cshtml", ".css", ".js").Where(file => SourceTree.Read(file).Split('\n').Length > MostLines + 1),
            Is.Empty
        );

    /// <summary>The formatter breaks code; texts and comments are broken by hand.</summary>
    [Test]
    public void No_line_is_wider_than_a_screen() =>
        Assert.That(
            from file in SourceTree.Files(".", ".cs")
            from line in SourceTree.Read(file).Split('\n')
            where line.Length > MostColumns
            select $"{file}: {line.Trim()}",
            Is.Empty
        );

    [Test]
    public void Every_native_library_is_there_for_a_Raspberry_Pi_too()
    {
        var here = NativeLibraries("linux-x64");
        Assert.That(here, Is.Not.Empty);
        Assert.That(NativeLibraries("linux-arm64"), Is.EquivalentTo(here));
    }

    /// <summary>
    /// All machines that NuGet has libraries for would take 617 MB, which each set-up copies (<c>Directory.Build.targets</c>).
    /// </summary>
    [Test]
    public void Libraries_of_machines_that_no_kiosk_runs_on_are_left_out()
    {
        var libraries = new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "runtimes")).GetFiles("*", SearchOption.AllDirectories);
        Assert.That(libraries.Select(file => file.Extension), Has.None.EqualTo(".pdb"));
        Assert.That(libraries.Sum(file => file.Length), Is.LessThan(100_000_000));
    }

    /// <summary>A clock, a script or an answer of a test's would be there in the next test, which gets the page.</summary>
    [Test]
    public void What_stays_with_a_page_is_done_to_a_page_that_no_other_test_gets() =>
        Assert.That(
            from file in SourceTree.Files("Kiosk.Tests/Browser", ".cs")
            from line in SourceTree.Read(file).Split('\n')
            where Regex.IsMatch(line, LastingChange)
            select $"{file}: {line.Trim()}",
            Is.Empty
        );

    private static IEnumerable<string?> NativeLibraries(string runtime) =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "runtimes", runtime, "native"), "*.so").Select(Path.GetFileName);

    /// <summary>Null for what the sides share.</summary>
    private static string? SideOf(string folder) =>
        Sides.FirstOrDefault(side => folder == side || folder.StartsWith(side + "/", StringComparison.Ordinal));

    private static IEnumerable<string> FoldersOf(string project) =>
        SourceTree
            .Files(project, ".cs")
            .Select(file => Path.GetDirectoryName(Path.GetRelativePath(project, file))!)
            .Where(folder => folder.Length > 0)
            .Distinct();

    /// <summary>What the folders of a project know of it: by what they are compiled to, and by the namespaces that they name.</summary>
    private static IEnumerable<(string Folder, string Other)> ArrowsOf(string project)
    {
        var folders = FoldersOf(project).ToHashSet();
        var compiled =
            from type in Both.Types
            from part in type.Dependencies
            select (FolderOf(type, project, folders), FolderOf(part.Target, project, folders));
        var named =
            from file in SourceTree.Files(project, ".cs")
            from other in Using().Matches(SourceTree.Read(file)).Select(name => name.Groups[1].Value)
            where other.StartsWith(project + ".", StringComparison.Ordinal)
            select (Path.GetDirectoryName(Path.GetRelativePath(project, file)), other[(project.Length + 1)..].Replace('.', '/'));
        return compiled
            .Concat(named)
            .Where(arrow => arrow.Item1 is { Length: > 0 } && arrow.Item2 is not null && arrow.Item1 != arrow.Item2)
            .Select(arrow => (arrow.Item1!, arrow.Item2!))
            .Distinct();
    }

    /// <summary>Null for what lies elsewhere; empty beside the project's file. A page is compiled to a name made of its path.</summary>
    private static string? FolderOf(IType type, string project, IEnumerable<string> folders)
    {
        const string Pages = "AspNetCoreGeneratedDocument";
        var space = type.Namespace?.FullName ?? ""; // none of a type that stands for any
        return space == project ? ""
            : space.StartsWith(project + ".", StringComparison.Ordinal) ? space[(project.Length + 1)..].Replace('.', '/')
            : space == Pages
                ? folders
                    .Where(folder => type.Name.StartsWith(folder.Replace('/', '_') + "_", StringComparison.Ordinal))
                    .MaxBy(folder => folder.Length)
            : null;
    }

    [GeneratedRegex(@"`([\w/]+(?:\.\w+)?\.(?:cs|cshtml|js))`")]
    private static partial Regex NamedFile();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^using (Kiosk\.[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"\b(using|global::)\s*(Microsoft\.Data\.Sqlite|Dapper|SQLitePCL)\b|\bMicrosoft\.Data\.Sqlite\.\w")]
    private static partial Regex Sql();
}
