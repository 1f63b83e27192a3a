using System.Text;
using Kiosk.App.Shared;
using Kiosk.Core.Counting;
using Kiosk.Core.Languages;
using Kiosk.Core.Reports;
using NodaTime;
using NodaTime.Text;

namespace Kiosk.App.Setup;

/// <summary>The command <c>report</c>: the figures of one closed period.</summary>
internal static class Reporting
{
    private const string Example = "write for example --from 2026-10-01 --to 2026-10-31";

    public static int Report(Arguments arguments)
    {
        if (ReadDate(arguments, Arguments.From) is not { } from || ReadDate(arguments, Arguments.To) is not { } to)
        {
            return Refuse(ExitCode.Misuse, $"A date is written as year, month and day: {Example}.");
        }

        using var services = OpenedHouse.Of(arguments, FolderUse.OfReading);
        services.GetRequiredService<TapCounter>(); // lays the house's cells out in a new data folder
        var reports = services.GetRequiredService<Reports>();
        if (WhyNot(from, to, reports.Today) is { } sentence)
        {
            return Refuse(ExitCode.CouldNot, sentence);
        }

        if (services.GetRequiredService<FolderUse>().MayWrite)
        {
            reports.PublishDue(); // else the running kiosk does
        }

        var language = services.GetRequiredService<CurrentHouse>().Current.Profile.Language;
        var words = new Localizer(services.GetRequiredService<StaffPhrases>().Phrases, language, language);
        return reports.Of(ReportPeriod.Between(from, to)!.Value, words) is { } report
            ? Give(report, arguments.Options.GetValueOrDefault(Arguments.Csv), reports.AreInvented)
            : Refuse(
                ExitCode.CouldNot,
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
            WholeFiles.Write((file, ReportFiles.Csv(report)));
            Console.WriteLine($"{file}: {report.Period.Name}, {report.Sections.Sum(section => section.Rows.Count)} rows");
            return ExitCode.Done;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Refuse(
                ExitCode.CouldNot,
                $"{file} could not be written ({problem.Message}). Nothing was written: see that the folder is there, that this user may "
                    + "write into it, and that there is room."
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

    private static LocalDate? ReadDate(Arguments arguments, string option) =>
        LocalDatePattern.Iso.Parse(arguments.Options[option]) is { Success: true } read ? read.Value : null;

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static int Refuse(int code, string sentence)
    {
        Console.Error.WriteLine(sentence);
        return code;
    }
}
