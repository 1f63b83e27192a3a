using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using Kiosk.App.Hosting;
using Kiosk.App.Houses;
using Kiosk.Core.Counting;
using Kiosk.Core.Counts;
using Kiosk.Core.Editing;
using Kiosk.Core.Languages;
using Kiosk.Core.Reports;
using NodaTime;
using NodaTime.Text;

namespace Kiosk.App.Commands;

/// <summary>The command <c>report</c>: the figures of one closed period.</summary>
internal sealed class ReportCommand : KioskCommand
{
    private const string Example = "write for example --from 2026-10-01 --to 2026-10-31";

    private readonly Option<LocalDate> _from = DateOption("--from", "First day of the period.");
    private readonly Option<LocalDate> _to = DateOption("--to", "Last day of it.");

    private readonly Option<string?> _csv = new("--csv")
    {
        Description = "Write its tables into FILE, for a spreadsheet.",
        HelpName = "FILE",
    };

    public ReportCommand(string[] settings)
        : base("report", "Tell what a closed week, month, quarter or year counted, rounded.", settings)
    {
        Add(_from);
        Add(_to);
        Add(_csv);
    }

    protected override int Run(ParseResult parsed)
    {
        var (from, to) = (parsed.GetRequiredValue(_from), parsed.GetRequiredValue(_to));
        using var services = OpenedHouse.Of(Settings, Name, DataFolderAccess.ForReading);
        services.GetRequiredService<TapCounter>().LayOut(); // in a new data folder
        var reports = services.GetRequiredService<PublishedReports>();
        if (WhyNot(from, to, reports.Today) is { } sentence)
        {
            return Refuse(sentence);
        }

        if (services.GetRequiredService<DataFolderAccess>().MayWrite)
        {
            reports.PublishDue(); // else the running kiosk does
        }

        var language = services.GetRequiredService<CurrentHouse>().Current.Profile.Language;
        var words = new Localizer(services.GetRequiredService<StaffPhrases>().Phrases, language, language);
        return reports.Of(ReportPeriod.Between(from, to)!.Value, words) is { } report
            ? Give(report, parsed.GetValue(_csv), reports.AreInvented)
            : Refuse(
                $"There is no report from {Iso(from)} to {Iso(to)}: nobody touched the kiosk then, or nobody has since. A report "
                    + "is made at the first touch after its period; while a kiosk runs, by it, within five minutes."
            );
    }

    /// <summary>Why no report is made of these days; null when they are a whole period that is over.</summary>
    /// <param name="today">Null while the time is not known: then what was published can still be read.</param>
    internal static string? WhyNot(LocalDate from, LocalDate to, LocalDate? today) =>
        from > to ? $"--from {Iso(from)} comes after --to {Iso(to)}: write the earlier day first."
        : ReportPeriod.Between(from, to) is not { } period
            ? $"From {Iso(from)} to {Iso(to)} is no whole week (Monday to Sunday), month, quarter or year, and reports tell of those "
                + $"only: {Example}."
        : period.Last >= today ? $"{period.Name} is not over: its report can be read from {Iso(period.End)} on."
        : null;

    private static int Give(ThresholdReport report, string? file, bool invented)
    {
        if (invented)
        {
            Console.WriteLine("These counts are invented.");
        }

        if (file is null)
        {
            Console.Write(Tables(report));
            return ExitCode.Done;
        }

        try
        {
            AtomicFiles.Write((file, ReportFiles.Csv(report)));
            Console.WriteLine($"{file}: {report.Period.Name}, {report.Sections.Sum(section => section.Rows.Count)} rows");
            return ExitCode.Done;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Refuse(
                $"{file} could not be written ({problem.Message}). Nothing was written: see that the folder is there, that this "
                    + "user may write into it, and that there is room."
            );
        }
    }

    private static string Tables(ThresholdReport report)
    {
        var text = new StringBuilder();
        foreach (var section in report.Sections)
        {
            text.AppendLine().AppendLine(section.Title.Text).AppendLine(section.Says.Text);
            foreach (var row in section.Rows)
            {
                var share = row.Share is { } told ? $"{told} %" : "";
                text.AppendLine(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"  {row.Now, 7}  {row.Before?.ToString() ?? "", 7}  {share, 5}  {row.Label.Text}{(row.Rises ? "  ▲" : "")}"
                );
            }
        }

        return text.ToString();
    }

    private static Option<LocalDate> DateOption(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "2026-10-31",
            Required = true,
            CustomParser = ReadDate,
        };

    private static LocalDate ReadDate(ArgumentResult given)
    {
        if (given.Tokens is [var token] && LocalDatePattern.Iso.Parse(token.Value) is { Success: true } read)
        {
            return read.Value;
        }

        given.AddError($"A date is written as year, month and day: {Example}.");
        return default;
    }

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
