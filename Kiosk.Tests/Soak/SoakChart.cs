using System.Globalization;
using System.Text;
using NodaTime;

namespace Kiosk.Tests.Soak;

/// <summary>
/// Draws a run as three strips, one above the other, over the days it lived through: memory, what is open, files. Each strip begins at
/// nothing, so that flat is flat.
/// </summary>
internal sealed class SoakChart(IReadOnlyList<Sample> samples)
{
    private const int Width = 960;
    private const int Left = 64;
    private const int Right = 170; // room for the lines' names
    private const int Top = 56;
    private const int StripHeight = 150;
    private const int StripGap = 76;
    private const int Steps = 4;

    // The screens' own colours (Visitor/Screen/tokens.css), the second darkened until it stands on paper in one colour.
    private const string Ink = "#2b1b3d";
    private const string Sheet = "#fffaf3";
    private const string Second = "#c2573a";

    private static readonly string[] Months =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    private readonly StringBuilder _svg = new();

    private static int PlotWidth => Width - Left - Right;

    private LocalDate First => samples[0].On;

    private LocalDate Last => samples[^1].On;

    public string Draw()
    {
        var height = Top + (3 * (StripHeight + StripGap)) - 12;
        Add(
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" width="{Width}" height="{height}" """
                + $"""font-family="Rubik, 'Noto Sans', sans-serif" font-size="14" fill="{Ink}" role="img" aria-labelledby="what">"""
        );
        Add(
            $"""<title id="what">Memory, open files and threads, and files on disk over {samples[^1].Visits} visits: flat lines, """
                + """but for the counts, which grow by the day.</title>"""
        );
        Add($"""<rect width="{Width}" height="{height}" rx="18" fill="{Sheet}"/>""");
        Strip(0, "Memory of kiosk and test, MB", 1e6, ("in all", s => s.ResidentBytes), ("managed heap", s => s.HeapBytes));
        Strip(1, "Open at once", 1, ("files and sockets", s => s.OpenFiles), ("threads", s => s.Threads));
        Strip(2, "On disk, KB", 1e3, ("house.db", s => s.HouseBytes), ("tally.db", s => s.TallyBytes));
        Add("</svg>");
        return _svg.ToString();
    }

    private void Strip(int number, string title, double unit, params (string Name, Func<Sample, double> Of)[] lines)
    {
        var top = Top + (number * (StripHeight + StripGap));
        var whole = Ceiling(samples.Max(sample => lines.Max(line => line.Of(sample))) / unit);
        Add($"""<text x="{Left}" y="{top - 14}" font-size="17" font-weight="600">{title}</text>""");
        for (var step = 0; step <= Steps; step++)
        {
            var y = top + StripHeight - (StripHeight * step / Steps);
            Add(
                $"""<path d="M{Left} {y}h{PlotWidth}" stroke="{Ink}" stroke-opacity="{(step == 0 ? "1" : ".16")}"/><text """
                    + $"""x="{Left - 8}" y="{y + 5}" text-anchor="end">{Number(whole * step / Steps)}</text>"""
            );
        }

        MonthMarks(top);
        for (var line = 0; line < lines.Length; line++)
        {
            double Y(Sample sample) => top + StripHeight - (StripHeight * lines[line].Of(sample) / unit / whole);
            var colour = line == 0 ? Ink : Second;
            var points = string.Join(' ', samples.Select(sample => $"{Number(X(sample.On))},{Number(Y(sample))}"));
            Add(
                $"""<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="3" stroke-linejoin="round" """
                    + $"""stroke-linecap="round"{(line == 0 ? "" : " stroke-dasharray=\"1 5\"")}/>"""
            );
            Add(
                $"""<text x="{Left + PlotWidth + 12}" y="{Number(Y(samples[^1]) + 5)}" fill="{colour}" """
                    + $"""font-weight="600">{lines[line].Name}</text>"""
            );
        }
    }

    private void MonthMarks(int top)
    {
        for (var month = First.With(DateAdjusters.StartOfMonth).PlusMonths(1); month <= Last; month = month.PlusMonths(1))
        {
            var x = Number(X(month));
            var name = month.PlusDays(20) < Last ? Months[month.Month - 1] : "";
            Add(
                $"""<path d="M{x} {top + StripHeight}v6" stroke="{Ink}"/><text x="{Number(X(month) + 4)}" """
                    + $"""y="{top + StripHeight + 20}">{name}</text>"""
            );
        }
    }

    private double X(LocalDate date) =>
        Left + (PlotWidth * Period.DaysBetween(First, date) / (double)Math.Max(1, Period.DaysBetween(First, Last)));

    /// <summary>The next number that four steps divide into whole ones: 4, 20, 40, 100, 200, 400 …</summary>
    private static double Ceiling(double most)
    {
        var scale = Math.Pow(10, Math.Floor(Math.Log10(most)));
        return new[] { 1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10 }.Select(step => step * scale).First(whole => whole >= most);
    }

    private void Add(string line) => _svg.Append(line).Append('\n');

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
