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

    /// <summary>JSON when there is one JSON file and no CSV beside it, else the tables.</summary>
    public static HsdsData Read(IncomingFiles files)
    {
        var isJson = files.Files is [var only] && Path.GetExtension(only.Name).Equals(".json", StringComparison.OrdinalIgnoreCase);
        if (!isJson)
        {
            return HsdsCsv.Read(files);
        }

        var data = HsdsJson.Read(files.Files[0]);
        data.Problems.AddRange(files.Problems);
        return data;
    }
}
