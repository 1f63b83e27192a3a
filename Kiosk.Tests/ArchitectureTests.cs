using System.Reflection;
using System.Text.RegularExpressions;
using Kiosk.Core.Houses;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests;

/// <summary>Who may know whom, and how large a file may grow.</summary>
internal sealed partial class ArchitectureTests
{
    private const int MostLines = 400;
    private const int MostColumns = 140;
    private const int MostLinesOfProgram = 60;

    private static readonly Assembly Core = typeof(House).Assembly;

    /// <summary>A folder of Kiosk.Core and those it may know, itself left out.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Languages"] = [],
        ["Pictograms"] = [],
        ["Topics"] = ["Languages"],
        ["Services"] = ["Languages", "Topics"],
        ["Programme"] = ["Languages", "Topics", "Services"],
        ["Houses"] = ["Languages", "Topics", "Services", "Programme"],
        ["Exchange"] = ["Languages", "Topics", "Services", "Programme", "Houses"],
        ["Slips"] = ["Languages", "Topics", "Services", "Programme", "Houses"],
        ["Printing"] = ["Languages", "Topics", "Services", "Programme", "Houses", "Slips", "Pictograms"],
        ["Speech"] = ["Languages"],
        ["PictogramComprehension"] = ["Languages"],
        ["Counting"] = [],
        ["Reports"] = ["Languages", "Topics", "Services", "Programme", "Houses", "Exchange", "Counting"],
        ["Devices"] = ["Languages"],
        ["Storage"] =
        [
            "Languages",
            "Topics",
            "Services",
            "Programme",
            "Houses",
            "Slips",
            "Printing",
            "Speech",
            "PictogramComprehension",
            "Counting",
            "Devices",
        ],
    };

    private static IEnumerable<string> CoreFolders =>
        SourceTree
            .Files("Kiosk.Core", ".cs")
            .Select(file => file.Split('/')[1])
            .Where(part => !part.EndsWith(".cs", StringComparison.Ordinal))
            .Distinct();

    private static readonly string[] Sides = ["Visitor", "Staff", "Coordinator", "Setup"];

    [Test]
    public void Every_folder_of_the_core_has_its_place() => Assert.That(CoreFolders, Is.SubsetOf(Arrows.Keys));

    [TestCaseSource(nameof(CoreFolders))]
    public void A_folder_of_the_core_names_only_those_below_it(string folder)
    {
        var wrong =
            from file in SourceTree.Files($"Kiosk.Core/{folder}", ".cs")
            from other in CoreName().Matches(SourceTree.Read(file)).Select(name => name.Groups[1].Value).Distinct()
            where other != folder && !Arrows[folder].Contains(other)
            select $"{file} knows {other}";
        Assert.That(wrong, Is.Empty);
    }

    /// <summary>Without a using too: what the fields, properties and methods of its types are made of.</summary>
    [TestCaseSource(nameof(CoreFolders))]
    public void A_folder_of_the_core_is_made_of_those_below_it(string folder)
    {
        var wrong =
            from type in Core.GetTypes()
            where FolderOf(type) == folder
            from part in Parts(type)
            let other = FolderOf(part)
            where other is not null && other != folder && !Arrows[folder].Contains(other)
            select $"{type.Name} is made of {part.Name}";
        Assert.That(wrong.Distinct(), Is.Empty);
    }

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
    public void The_sides_of_the_program_never_see_one_another()
    {
        var wrong =
            from side in Sides
            where Directory.Exists(SourceTree.PathOf($"Kiosk.App/{side}"))
            from file in SourceTree.Files($"Kiosk.App/{side}", ".cs", ".cshtml")
            from other in AppName().Matches(SourceTree.Read(file)).Select(name => name.Groups[1].Value).Distinct()
            where other != side && Sides.Contains(other)
            select $"{file} sees {other}";
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void What_they_share_sees_none_of_them() =>
        Assert.That(
            SourceTree
                .Files("Kiosk.App/Shared", ".cs", ".cshtml")
                .Where(file => AppName().Matches(SourceTree.Read(file)).Any(name => Sides.Contains(name.Groups[1].Value))),
            Is.Empty
        );

    [Test]
    public void No_type_has_the_name_of_its_namespace() =>
        Assert.That(
            Core.GetTypes()
                .Concat(typeof(App.Shared.KioskSettings).Assembly.GetTypes())
                .Where(type => type.Namespace?.Split('.')[^1] == type.Name),
            Is.Empty
        );

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

    private static string? FolderOf(Type type) =>
        type.Assembly == Core && type.Namespace?.Split('.') is ["Kiosk", "Core", var folder, ..] ? folder : null;

    private static IEnumerable<Type> Parts(Type type)
    {
        const BindingFlags All =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var fields = type.GetFields(All).Select(field => field.FieldType);
        var methods = type.GetMethods(All).Select(method => method.ReturnType);
        var parameters = type.GetMembers(All)
            .OfType<MethodBase>()
            .SelectMany(method => method.GetParameters())
            .Select(p => p.ParameterType);
        return fields
            .Concat(methods)
            .Concat(parameters)
            .Append(type.BaseType ?? typeof(object))
            .Concat(type.GetInterfaces())
            .SelectMany(Inside);
    }

    /// <summary>A type, what it is a list or an array of, and so on inwards.</summary>
    private static IEnumerable<Type> Inside(Type type) =>
        type.GetGenericArguments().Where(inner => inner != type).SelectMany(Inside).Append(type.GetElementType() ?? type);

    [GeneratedRegex(@"`([\w/]+(?:\.\w+)?\.(?:cs|cshtml|js))`")]
    private static partial Regex NamedFile();

    [GeneratedRegex(@"\bKiosk\.Core\.(\w+)")]
    private static partial Regex CoreName();

    [GeneratedRegex(@"\bKiosk\.App\.(\w+)")]
    private static partial Regex AppName();

    [GeneratedRegex(@"\b(using|global::)\s*(Microsoft\.Data\.Sqlite|Dapper|SQLitePCL)\b|\bMicrosoft\.Data\.Sqlite\.\w")]
    private static partial Regex Sql();
}
