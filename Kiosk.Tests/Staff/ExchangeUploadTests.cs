using System.IO.Compression;
using System.Net;
using Kiosk.Core.Exchange;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Staff;

/// <summary>Several files chosen at once on a tablet.</summary>
public sealed class ExchangeUploadTests
{
    private KioskHost _kiosk = null!;

    [OneTimeSetUp]
    public void Start() => _kiosk = KioskHost.Start();

    [OneTimeTearDown]
    public void Stop() => _kiosk.Dispose();

    [TestCase(2, 1, ExchangeLimits.ImportBytes * 2 / 3, "64 MB", TestName = "{m}: bytes")]
    [TestCase(2, 60, 10, "more than 100 files", TestName = "{m}: files in zips")]
    [TestCase(101, 0, 10, "more than 100 files", TestName = "{m}: files")]
    public async Task All_files_of_an_upload_share_the_limits(int files, int filesInEach, int bytes, string words)
    {
        var content = Enumerable.Range(0, bytes).Select(_ => (byte)'a').ToArray();
        var said = await Bring([
            .. Enumerable
                .Range(0, files)
                .Select(number => filesInEach == 0 ? ($"{number}.csv", content) : ($"{number}.zip", Zip(number, filesInEach, content))),
        ]);
        Assert.That(said, Does.Contain(words));
    }

    [Test]
    public async Task Zips_and_tables_that_keep_within_the_limits_are_one_import()
    {
        var said = await Bring(
            ("organizations.csv", "id,name\no1,Ancre\n"u8.ToArray()),
            ("more.zip", Zip("locations.csv", "id,name\nl1,Quai\n"u8.ToArray()))
        );
        Assert.That(said, Does.Contain("Ancre").And.Contain("locations.csv, line 2"));
    }

    private async Task<string> Bring(params (string Name, byte[] Content)[] files)
    {
        using var tablet = new StaffForms(_kiosk.StaffCaller());
        using var form = new MultipartFormDataContent();
        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(content), "file", name);
        }

        form.Add(new StringContent(await tablet.TokenOf("/exchange")), "__RequestVerificationToken");
        using var answer = await tablet.Caller.PostAsync(new Uri("/exchange", UriKind.Relative), form);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        return WebUtility.HtmlDecode(await tablet.Caller.GetStringAsync(new Uri("/exchange", UriKind.Relative)));
    }

    private static byte[] Zip(int number, int files, byte[] content) =>
        Zip([.. Enumerable.Range(0, files).Select(file => ($"{number}-{file}.csv", content))]);

    private static byte[] Zip(string name, byte[] content) => Zip((name, content));

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
