using System.CommandLine;
using Kiosk.App.Hosting;
using Kiosk.App.Houses;
using Kiosk.Core.Editing;
using Kiosk.Core.Exchange;
using Kiosk.Core.Exchange.Hsds;
using Kiosk.Core.Exchange.Incoming;
using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Languages;
using Kiosk.Core.Pictograms;
using Kiosk.Core.Storage;

namespace Kiosk.App.Commands;

/// <summary>The command <c>import --hsds PATH</c>.</summary>
internal sealed class ImportCommand : KioskCommand
{
    private readonly Option<string> _hsds = new("--hsds")
    {
        Description = "A folder with its CSV files, a zip or a JSON file.",
        HelpName = "PATH",
        Required = true,
    };

    private readonly Option<string?> _topic = new("--topic")
    {
        Description = "The topic for services to which no topic of the house leads.",
        HelpName = "ID",
    };

    private readonly Option<bool> _yes = new("--yes")
    {
        Description = "And do it, in one go; for a kiosk that is stopped: beside a running one it is done on a tablet.",
    };

    public ImportCommand(string[] settings)
        : base("import", "Show what an HSDS folder, zip or JSON file would change; 1 when something in it cannot be taken.", settings)
    {
        Add(_hsds);
        Add(_topic);
        Add(_yes);
    }

    /// <summary>Shows what would change; with <c>--yes</c> changes it.</summary>
    protected override int Run(ParseResult parsed)
    {
        var (path, topic, isMeant) = (parsed.GetRequiredValue(_hsds), parsed.GetValue(_topic), parsed.GetValue(_yes));
        var files = IncomingFiles.Of(path);
        if (WhyNot(path, files) is { } sentence)
        {
            return Refuse(sentence);
        }

        using var services = OpenedHouse.Of(Settings, Name, isMeant ? ForWriting : DataFolderAccess.ForReading);
        var seen = services.Entries();
        if (topic is not null && WhyNoTopic(topic, seen) is { } mistake)
        {
            return Refuse(mistake);
        }

        var wishes = new HsdsWishes(services.GetRequiredService<PictogramSet>().Names, topic);
        var plan = HsdsImport.Plan(HsdsFiles.Read(files), OpenedHouse.HouseOf(seen), wishes);
        Show(plan);
        if (!plan.ChangesSomething)
        {
            Console.WriteLine("Nothing is to be changed.");
            return plan.Problems.Count == 0 ? ExitCode.Done : ExitCode.CouldNot;
        }

        return isMeant ? TakeOver(services, plan, seen) : Ask(plan);
    }

    private static DataFolderAccess ForWriting(KioskSettings settings, string command) =>
        DataFolderAccess.ForWriting(
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
                return Refuse($"Nothing was changed:{Environment.NewLine}{string.Join(Environment.NewLine, refused.Problems)}");
            default:
                return Refuse("Nothing was changed: somebody else changed the house meanwhile. Give the command again.");
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
}
