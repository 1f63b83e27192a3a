using System.IO.Compression;
using System.Text;

namespace Kiosk.Core.Exchange.Hsds;

/// <summary>An HSDS data set as one file, and whichever way it was brought in.</summary>
public static class HsdsFiles
{
    public static byte[] Json(HsdsData data) => Encoding.UTF8.GetBytes(HsdsJson.Write(data));

    /// <summary>The CSV files.</summary>
    public static byte[] Zip(HsdsData data)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in HsdsCsv.Write(data))
            {
                using var entry = zip.CreateEntry(file.Name).Open();
                entry.Write(file.Content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Whether any file may be HSDS, as its name says; what is in it is for <see cref="Read"/>.</summary>
    public static bool AreThere(IncomingFiles files) => IsJson(files) || files.Files.Any(file => HsdsCsv.TableOf(file.Name) is not null);

    /// <summary>JSON when there is one JSON file and no CSV beside it, else the tables.</summary>
    public static HsdsData Read(IncomingFiles files)
    {
        if (!IsJson(files))
        {
            return HsdsCsv.Read(files);
        }

        var data = HsdsJson.Read(files.Files[0]);
        data.Problems.AddRange(files.Problems);
        return data;
    }

    private static bool IsJson(IncomingFiles files) =>
        files.Files is [var only] && Path.GetExtension(only.Name).Equals(".json", StringComparison.OrdinalIgnoreCase);
}
