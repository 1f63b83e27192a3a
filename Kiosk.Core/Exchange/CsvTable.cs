using System.Text;
using CsvHelper;

namespace Kiosk.Core.Exchange;

/// <summary>One line of a CSV file, by its headings.</summary>
internal sealed record CsvLine(Place Place, IReadOnlyDictionary<string, string> Cells);

/// <summary>A CSV file (RFC 4180), UTF-8.</summary>
internal static class CsvTable
{
    /// <summary>Far over any row of texts; a quote that is never closed would make one row of the whole file.</summary>
    private const int LongestRow = 1_000_000;

    /// <summary>With a byte order mark, without which Excel takes UTF-8 for something else.</summary>
    public static byte[] Write(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> lines)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true))
        {
            foreach (var line in lines.Prepend(headings))
            {
                csv.WriteRecord([.. line.Select(CsvValue.Written)]);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The lines that can be read; the others are told about. Commas, semicolons and tabs are told apart by themselves.</summary>
    public static IReadOnlyList<CsvLine> Read(string file, string text, List<RowProblem> problems)
    {
        var lines = new List<CsvLine>();
        try
        {
            using var csv = CsvReader.Create(Encoding.UTF8.GetBytes(text), Options(file, problems));
            var headings = Headings(csv, file, problems);
            while (csv.Read())
            {
                Add(csv, headings, file, lines, problems);
            }
        }
        catch (CsvFormatException wrong)
        {
            problems.Add(
                new RowProblem(
                    new Place(file, Line(wrong.LineNumber)),
                    "From here on this file could not be read: look for a quote that is not closed."
                )
            );
        }

        return lines;
    }

    private static CsvReaderOptions Options(string file, List<RowProblem> problems) =>
        CsvReaderOptions.Default with
        {
            TrackLineNumbers = true,
            MaxRecordSize = LongestRow,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = record => problems.Add(new RowProblem(new Place(file, Line(record.LineNumber)), Sentence(record.Reason))),
        };

    private static string Sentence(CsvMalformedReason reason) =>
        reason == CsvMalformedReason.UnterminatedQuote
            ? "A quote opens here and is never closed, so everything behind it was passed over: close it."
            : "A quote stands in the middle of a value: put the whole value in quotes, and write each quote in it twice.";

    private static string[] Headings(CsvReader csv, string file, List<RowProblem> problems)
    {
        csv.ReadHeader();
        var headings = csv.Headers.Select(heading => CsvValue.Read(heading).Trim()).ToArray();
        if (
            headings
                .Where(heading => heading.Length > 0)
                .GroupBy(heading => heading, StringComparer.OrdinalIgnoreCase)
                .FirstOrDefault(group => group.Count() > 1) is
            { } twice
        )
        {
            problems.Add(
                new RowProblem(new Place(file, 1), $"The heading '{twice.Key}' stands here twice: only the first column is read.")
            );
        }

        return headings;
    }

    private static void Add(CsvReader csv, string[] headings, string file, List<CsvLine> lines, List<RowProblem> problems)
    {
        var place = new Place(file, Line(csv.LineNumber));
        if (Enumerable.Range(0, csv.FieldCount).Skip(headings.Length).Any(index => !csv.IsEmpty(index)))
        {
            problems.Add(
                new RowProblem(
                    place,
                    $"This line has {csv.FieldCount} values for {headings.Length} headings: put values that hold a comma in quotes."
                )
            );
            return;
        }

        var cells = new Dictionary<string, string>();
        for (var index = 0; index < Math.Min(csv.FieldCount, headings.Length); index++)
        {
            if (headings[index].Length > 0)
            {
                cells.TryAdd(headings[index], CsvValue.Read(csv.GetString(index)));
            }
        }

        if (cells.Values.Any(cell => cell.Length > 0))
        {
            lines.Add(new CsvLine(place, cells));
        }
    }

    private static int Line(long number) => (int)Math.Min(number, int.MaxValue);
}
