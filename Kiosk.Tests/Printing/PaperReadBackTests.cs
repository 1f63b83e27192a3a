using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Kiosk.App.Printing;
using Kiosk.Core.Printing;
using Kiosk.Core.Slips;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Slips;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Printing;

/// <summary>
/// Every slip of the demo house, printed over the network, read back from the paper by programs that know nothing of ours.
/// </summary>
[Platform("Linux"), Category("Paper")]
internal sealed class PaperReadBackTests
{
    /// <summary>White around the slip, dots: paper is wider than what is printed.</summary>
    private const int PaperEdge = 40;

    /// <summary>
    /// Words, of a thousand: the reader expects 300 dots an inch, gets 203, and stumbles over drawings between two lines.
    /// </summary>
    private const int MostMisreadOfThousand = 10;

    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);
    private static readonly SlipRaster Raster = SlipPrinting.NewRaster();

    /// <summary>Pages are read side by side, not each with all processors: five times as fast.</summary>
    [OneTimeSetUp]
    public void ReadWithOneThreadEach() => Environment.SetEnvironmentVariable("OMP_THREAD_LIMIT", "1");

    /// <summary>
    /// Each width in the house's language, and each language in one width; the rest of them by <c>./test.sh everything</c>.
    /// </summary>
    public static IEnumerable<TestCaseData> EachLanguageAndWidth =>
        from language in DemoSlips.Languages
        from width in (int[])[576, 512, 384]
        let test = new TestCaseData(language, width).SetArgDisplayNames(language, $"{width}")
        select (language, width) is ("fr", _) or ("nl", 384) or ("en", 512) or ("ar", 576) ? test : test.SetCategory("Everything");

    [TestCaseSource(nameof(EachLanguageAndWidth))]
    public async Task Both_decoders_read_the_code_of_every_slip(string language, int widthDots)
    {
        var slips = SlipsIn(language).ToArray();
        using var folder = new KioskFolders();
        var pictures = await PrintAsync(slips, widthDots, folder.Root);
        AssertReads(
            [.. slips.Select(slip => slip.QrText + "\n")],
            pictures,
            "zbarimg",
            "-q",
            "--raw",
            "--nodbus",
            "-Sdisable",
            "-Sqrcode.enable"
        );
        AssertReads([.. slips.Select(slip => slip.QrText)], pictures, "ZXingReader", "-format", "QRCode", "-bytes");
    }

    /// <summary>
    /// The decoder starts once for all pictures; when one of them is not read as it should be, once for each, to tell which.
    /// </summary>
    private static void AssertReads(string[] texts, string[] pictures, string decoder, params string[] options)
    {
        if (Encoding.UTF8.GetString(Tool.TryRun(decoder, [.. options, .. pictures]).Output) == string.Concat(texts))
        {
            return;
        }

        using var all = Assert.EnterMultipleScope();
        for (var i = 0; i < texts.Length; i++)
        {
            Assert.That(Decoded(decoder, [.. options, pictures[i]]), Is.EqualTo(texts[i]));
        }

        Assert.Fail($"{decoder} read more or less than the codes of all slips.");
    }

    /// <param name="every">1 for every slip, 4 for each fourth.</param>
    [TestCase("fr", "fra", 4)]
    [TestCase("nl", "nld+fra", 8)]
    [TestCase("en", "eng+fra", 8)]
    [TestCase("fr", "fra", 1, Category = "Everything")]
    [TestCase("nl", "nld+fra", 1, Category = "Everything")]
    [TestCase("en", "eng+fra", 1, Category = "Everything")]
    public async Task The_words_on_paper_are_those_of_the_slip(string language, string readsAs, int every)
    {
        var slips = SlipsIn(language).Where((_, i) => i % every == 0).ToArray();
        using var folder = new KioskFolders();
        var pictures = await PrintAsync(slips, 576, folder.Root);
        var (words, misread) = (0, new ConcurrentBag<string>());
        await Parallel.ForAsync(
            0,
            slips.Length,
            (i, _) =>
            {
                var read = Letters(Decoded("tesseract", pictures[i], "-", "-l", readsAs, "--psm", "4", "--dpi", "203"));
                foreach (
                    var word in DemoSlips.Texts(slips[i]).SelectMany(text => text.Split(' ')).Select(Letters).Where(word => word.Length > 2)
                )
                {
                    Interlocked.Increment(ref words);
                    if (!IsIn(read, word))
                    {
                        misread.Add(word);
                    }
                }

                return ValueTask.CompletedTask;
            }
        );
        TestContext.Out.WriteLine($"{words} words, misread: {string.Join(' ', misread)}");
        Assert.That(misread.Count * 1000 / words, Is.LessThanOrEqualTo(MostMisreadOfThousand), string.Join(' ', misread));
    }

    private static IEnumerable<Slip> SlipsIn(string language) =>
        DemoHouse.Whole.Services.Cast<object>().Concat(DemoHouse.Whole.Activities).Select(subject => DemoSlips.Compose(subject, language));

    private static async Task<string[]> PrintAsync(Slip[] slips, int widthDots, string folder)
    {
        var paper = new PaperPrinter(widthDots);
        await using var network = new TcpTestPrinter(paper);
        var printer = Printers.EscPos(
            PrinterAddress.TryParse("escpos:tcp://" + network.Address)!,
            Profiles.All.Find("generic")!,
            PrinterTimeouts.Usual
        );
        var pictures = new List<string>();
        foreach (var slip in slips)
        {
            Assert.That(printer.TryPrint(Raster.Draw(slip, widthDots)).End, Is.EqualTo(PrintEnd.Printed));
            pictures.Add(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{pictures.Count}.pgm")));
            await File.WriteAllBytesAsync(pictures[^1], (await paper.NextSlipAsync(Guard)).ToGraymap(PaperEdge));
        }

        Assert.That((paper.GarbageBytes, paper.RealTimeCommandsInsideRaster), Is.EqualTo((0L, 0)));
        return [.. pictures];
    }

    private static string Decoded(string decoder, params string[] arguments) => Encoding.UTF8.GetString(Tool.Run(decoder, arguments));

    /// <summary>Letters and digits only: line ends, accents of punctuation and small drawings taken for letters do not count.</summary>
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Whether a word stands somewhere in what was read, but for one letter of a long one.</summary>
    private static bool IsIn(string read, string word) => FewestEdits(read, word) <= (word.Length > 4 ? 1 : 0);

    /// <summary>Fewest letters to change, add or leave out until a text stands in another (Sellers 1980).</summary>
    private static int FewestEdits(string read, string text)
    {
        var edits = new int[text.Length + 1];
        for (var j = 0; j <= text.Length; j++)
        {
            edits[j] = j;
        }

        var fewest = edits[^1];
        foreach (var letter in read)
        {
            var diagonal = edits[0];
            for (var j = 1; j <= text.Length; j++)
            {
                var next = Math.Min(Math.Min(edits[j], edits[j - 1]) + 1, diagonal + (text[j - 1] == letter ? 0 : 1));
                (diagonal, edits[j]) = (edits[j], next);
            }

            fewest = Math.Min(fewest, edits[^1]);
        }

        return fewest;
    }
}
