namespace Kiosk.Core.Exchange.Hsds;

/// <summary>HSDS as CSV: one file per table.</summary>
public static class HsdsCsv
{
    private const string Extension = ".csv";

    /// <summary>The files by name, with a byte order mark.</summary>
    public static IReadOnlyList<IncomingFile> Write(HsdsData data) =>
        [.. data.Tables.Select(table => new IncomingFile(table + Extension, Bytes(data[table])))];

    /// <summary>Every file that is a table of HSDS; what is wrong is noted in the data set.</summary>
    public static HsdsData Read(IncomingFiles files)
    {
        var data = new HsdsData();
        data.Problems.AddRange(files.Problems);
        foreach (var file in files.Files)
        {
            if (TableOf(file.Name) is { } table)
            {
                Read(file, table, data);
            }
            else if (!file.Name.Equals("datapackage.json", StringComparison.OrdinalIgnoreCase))
            {
                data.Problems.Add(new RowProblem(new Place(file.Name), "HSDS has no such file: it was passed over."));
            }
        }

        return data;
    }

    internal static string? TableOf(string fileName) =>
        Path.GetExtension(fileName).Equals(Extension, StringComparison.OrdinalIgnoreCase)
            ? HsdsNames.TableOf(Path.GetFileNameWithoutExtension(fileName).ToLowerInvariant())
            : null;

    private static byte[] Bytes(IReadOnlyList<HsdsRow> rows)
    {
        var columns = rows.SelectMany(row => row.Columns.Select(column => column.Key)).Distinct().DefaultIfEmpty("id").ToList();
        return CsvTable.Write(columns, rows.Select(row => columns.ConvertAll(column => row[column])));
    }

    private static void Read(IncomingFile file, string table, HsdsData data)
    {
        if (file.Text(out var problem) is not { } text)
        {
            data.Problems.Add(problem!);
            return;
        }

        var lines = CsvTable.Read(file.Name, text, data.Problems);
        var rows = data.Open(table);
        foreach (var line in lines)
        {
            var row = new HsdsRow(line.Place);
            foreach (var (heading, cell) in line.Cells)
            {
                row[heading.ToLowerInvariant()] = cell;
            }

            rows.Add(row);
        }
    }
}
