using System.Globalization;
using System.Text;
using Kiosk.Tests.Support;

namespace Kiosk.Tests.Soak;

/// <summary>Writes what a run found into <c>docs/reliability.md</c>, between its two marks, and draws its picture.</summary>
internal static class SoakPage
{
    private const string Page = "docs/reliability.md";
    private const string Picture = "docs/pictures/soak.svg";
    private const string Begins = "<!-- what the last soak found; ./test.sh soak writes it -->";
    private const string Ends = "<!-- end of what the last soak found -->";

    public static void Write(IReadOnlyList<Sample> samples, Sample early, Sample late, Life life)
    {
        File.WriteAllText(SourceTree.PathOf(Picture), new SoakChart(samples).Draw());
        var text = SourceTree.Read(Page);
        var (begin, end) = (text.IndexOf(Begins, StringComparison.Ordinal) + Begins.Length, text.IndexOf(Ends, StringComparison.Ordinal));
        File.WriteAllText(SourceTree.PathOf(Page), text[..begin] + "\n" + Found(late, early, life) + text[end..]);
    }

    private static string Found(Sample late, Sample early, Life life)
    {
        var found = new StringBuilder();
        found.Append(
            string.Create(
                    CultureInfo.InvariantCulture,
                    $"""
                    {Whole(life.Visits)} visits from {Day(life.First)} to {Day(late.On)}, in {life.Taken.TotalMinutes:0.0} minutes: {Whole(
                        life.Pages
                    )} pages, {Whole(life.Taps)} taps,
                    {Whole(life.Slips)} slips on paper, {Whole(life.Rings)} rings of the bell, {Whole(
                        life.Changes
                    )} changes on the tablet, {life.Reports} reports published.
                    Every acknowledged tap was in `tally.db` on its day and under its cell, and nothing else was;
                      nothing was written to standard error.

                    | | second tenth, until {Whole(early.Visits)} visits | last tenth | ratio |
                    |---|---|---|---|

                    """
                )
                .ReplaceLineEndings("\n")
        );
        Row("memory in all, MB", 1e6, sample => sample.ResidentBytes);
        Row("managed heap, MB", 1e6, sample => sample.HeapBytes);
        Row("open files and sockets", 1, sample => sample.OpenFiles);
        Row("threads", 1, sample => sample.Threads);
        Row("`house.db`, KB", 1e3, sample => sample.HouseBytes);
        Row("`tally.db`, KB", 1e3, sample => sample.TallyBytes);
        Row("all copies, MB", 1e6, sample => sample.CopiesBytes);
        Row("whole data folder, MB", 1e6, sample => sample.FolderBytes);
        return found.ToString();

        void Row(string what, double unit, Func<Sample, double> of) =>
            found.Append(
                CultureInfo.InvariantCulture,
                $"| {what} | {of(early) / unit:0.#} | {of(late) / unit:0.#} | {of(late) / of(early):0.00} |\n"
            );
    }

    private static string Whole(long number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ');

    private static string Day(NodaTime.LocalDate date) => date.ToString("d MMMM uuuu", CultureInfo.InvariantCulture);
}
