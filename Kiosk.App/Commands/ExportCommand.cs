using System.CommandLine;
using Kiosk.App.Hosting;
using Kiosk.App.Houses;
using Kiosk.Core.Exchange.Hsds;

namespace Kiosk.App.Commands;

/// <summary>The command <c>export --hsds PATH</c>.</summary>
internal sealed class ExportCommand : KioskCommand
{
    private readonly Option<string> _hsds = new("--hsds")
    {
        Description = "A folder for CSV files, or one file PATH.zip or PATH.json.",
        HelpName = "PATH",
        Required = true,
    };

    public ExportCommand(string[] settings)
        : base("export", "Write the guide as Open Referral HSDS.", settings) => Add(_hsds);

    protected override int Run(ParseResult parsed)
    {
        using var services = OpenedHouse.Of(Settings, Name, DataFolderAccess.ForReading);
        var path = parsed.GetRequiredValue(_hsds);
        try
        {
            var files = Write(HsdsExport.From(services.House()), path);
            Console.WriteLine($"{path}: {string.Join(", ", files)}");
            return ExitCode.Done;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Refuse(
                $"{path} could not be written ({problem.Message}). Nothing was written: see that the folder is there, that this user may "
                    + "write into it, and that there is room."
            );
        }
    }

    private static IEnumerable<string> Write(HsdsData data, string path)
    {
        if (Path.GetExtension(path).ToLowerInvariant() is ".json" or ".zip")
        {
            var isJson = Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase);
            AtomicFiles.Write((path, isJson ? HsdsFiles.Json(data) : HsdsFiles.Zip(data)));
            return [$"{data.Tables.Sum(table => data[table].Count)} rows"];
        }

        var files = HsdsCsv.Write(data);
        AtomicFiles.WriteInto(path, [.. files.Select(file => (file.Name, file.Content))]);
        return files.Select(file => file.Name);
    }
}
