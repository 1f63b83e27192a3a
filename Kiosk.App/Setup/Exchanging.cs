using System.Text.Json.Nodes;
using Kiosk.App.Shared;
using Kiosk.Core.Exchange;
using Kiosk.Core.Exchange.Hsds;
using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Languages;
using Kiosk.Core.Pictograms;
using Kiosk.Core.Storage;

namespace Kiosk.App.Setup;

/// <summary>The commands <c>export --hsds</c> and <c>import --hsds</c>.</summary>
internal static class Exchanging
{
    public static int Export(Arguments arguments)
    {
        using var services = OpenedHouse.Of(arguments, FolderUse.OfReading);
        var path = arguments.Options[Arguments.Hsds];
        try
        {
            var files = Write(HsdsExport.From(HouseOf(EntriesOf(services))), path);
            Console.WriteLine($"{path}: {string.Join(", ", files)}");
            return ExitCode.Done;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(
                $"{path} could not be written ({problem.Message}). Nothing was written: see that the folder is there, that this user may "
                    + "write into it, and that there is room."
            );
            return ExitCode.CouldNot;
        }
    }

    /// <summary>Shows what would change; with <c>--yes</c> changes it.</summary>
    public static int Import(Arguments arguments)
    {
        var path = arguments.Options[Arguments.Hsds];
        var files = IncomingFiles.Of(path);
        if (WhyNot(path, files) is { } sentence)
        {
            Console.Error.WriteLine(sentence);
            return ExitCode.CouldNot;
        }

        using var services = OpenedHouse.Of(arguments, arguments.Options.ContainsKey(Arguments.Yes) ? ForWriting : FolderUse.OfReading);
        var seen = EntriesOf(services);
        if (arguments.Options.GetValueOrDefault(Arguments.Topic) is { } asked && WhyNoTopic(asked, seen) is { } mistake)
        {
            Console.Error.WriteLine(mistake);
            return ExitCode.CouldNot;
        }

        var wishes = new HsdsWishes(
            services.GetRequiredService<PictogramSet>().Names,
            arguments.Options.GetValueOrDefault(Arguments.Topic)
        );
        var plan = HsdsImport.Plan(HsdsFiles.Read(files), HouseOf(seen), wishes);
        Show(plan);
        if (!plan.ChangesSomething)
        {
            Console.WriteLine("Nothing is to be changed.");
            return plan.Problems.Count == 0 ? ExitCode.Done : ExitCode.CouldNot;
        }

        return arguments.Options.ContainsKey(Arguments.Yes) ? TakeOver(services, plan, seen) : Ask(plan);
    }

    private static FolderUse ForWriting(KioskSettings settings, string command) =>
        FolderUse.OfWriting(
            settings,
            command,
            "bring the file in on a tablet, on the page \"In and out\", or stop the kiosk first (sudo systemctl stop kiosk)."
        );

    /// <summary>What is no HSDS at all; what is wrong within it is said row by row.</summary>
    private static string? WhyNot(string path, IncomingFiles files) =>
        files.Files.Count == 0 && files.Problems is [var problem, ..] ? $"{problem} Nothing was changed."
        : IncomingHouse.IsHouseFile(files)
            ? $"{path} is a house file, which holds a whole house, and no HSDS. Nothing was changed: bring it in on a tablet, on the "
                + "page \"In and out\"."
        : files.Problems.Count == 0 && !HsdsFiles.AreThere(files)
            ? $"{path} holds no file of HSDS. Nothing was changed: give a folder or a zip with its CSV files (services.csv, "
                + "organizations.csv and so on), or one JSON file of it."
        : null;

    private static string? WhyNoTopic(string asked, IReadOnlyList<StoredEntry> entries)
    {
        var topics = entries.Where(entry => entry.Key.List == "topics").Select(entry => entry.Key.Id).ToList();
        return topics.Contains(asked)
            ? null
            : $"The house has no topic '{asked}'. Nothing was changed: "
                + (NearestName.Of(asked, topics) is { } near ? $"did you mean {near}?" : $"write one of {string.Join(", ", topics)}.");
    }

    private static int Ask(ImportPlan plan)
    {
        Console.WriteLine("Nothing was changed yet: write --yes behind the command to change it.");
        return plan.Problems.Count == 0 ? ExitCode.Done : ExitCode.CouldNot;
    }

    private static int TakeOver(IServiceProvider services, ImportPlan plan, IReadOnlyList<StoredEntry> seen)
    {
        switch (services.GetRequiredService<HouseEditor>().Replace("change.imported", plan.HouseFile!, seen))
        {
            case EditResult.Done:
                Console.WriteLine("Done. It can be taken back for 30 days, on a tablet under \"What was changed\".");
                return plan.Problems.Count == 0 ? ExitCode.Done : ExitCode.CouldNot;
            case EditResult.Refused refused:
                Console.Error.WriteLine($"Nothing was changed:{Environment.NewLine}{string.Join(Environment.NewLine, refused.Problems)}");
                return ExitCode.CouldNot;
            default:
                Console.Error.WriteLine("Nothing was changed: somebody else changed the house meanwhile. Give the command again.");
                return ExitCode.CouldNot;
        }
    }

    private static void Show(ImportPlan plan)
    {
        foreach (var change in plan.Changes)
        {
            Console.WriteLine($"{change.Fate.ToString().ToLowerInvariant(), -8} {change.List} {change.Id}: {change.Name}");
            foreach (var difference in change.Changes)
            {
                Console.WriteLine($"           {difference.Field}: {Short(difference.Before)} -> {Short(difference.After)}");
            }
        }

        Console.WriteLine($"As it is already: {plan.Unchanged}.");
        Tell("Taken, but", plan.Remarks);
        Tell("Not taken", plan.Problems);
    }

    private static void Tell(string what, IReadOnlyList<RowProblem> rows)
    {
        foreach (var row in rows.Take(ExchangeLimits.Problems))
        {
            Console.Error.WriteLine($"{what}: {row}");
        }

        if (rows.Count > ExchangeLimits.Problems)
        {
            Console.Error.WriteLine($"{what}: {rows.Count - ExchangeLimits.Problems} more.");
        }
    }

    private static string Short(string? value) =>
        value is null ? "nothing"
        : value.Length > 100 ? $"{value[..99]}…"
        : value;

    private static IEnumerable<string> Write(HsdsData data, string path)
    {
        if (Path.GetExtension(path).ToLowerInvariant() is ".json" or ".zip")
        {
            var isJson = Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase);
            WholeFiles.Write((path, isJson ? HsdsFiles.Json(data) : HsdsFiles.Zip(data)));
            return [$"{data.Tables.Sum(table => data[table].Count)} rows"];
        }

        var files = HsdsCsv.Write(data);
        WholeFiles.WriteInto(path, [.. files.Select(file => (file.Name, file.Content))]);
        return files.Select(file => file.Name);
    }

    private static IReadOnlyList<StoredEntry> EntriesOf(IServiceProvider services)
    {
        services.GetRequiredService<CurrentHouse>(); // loads the first house into an empty data folder
        return services.GetRequiredService<HouseDatabase>().Entries();
    }

    private static JsonObject HouseOf(IReadOnlyList<StoredEntry> entries) =>
        JsonNode.Parse(HouseDatabase.Join(entries.Select(entry => (entry.Key.List, entry.Body))))!.AsObject();
}
