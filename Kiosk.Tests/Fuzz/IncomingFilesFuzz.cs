using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kiosk.Core.Exchange;
using Kiosk.Core.Exchange.Hsds;
using Kiosk.Core.Exchange.Incoming;
using Kiosk.Core.Exchange.Spreadsheets;
using Kiosk.Core.Pictograms;
using Kiosk.Core.Printing;
using Kiosk.Core.Speech;
using Kiosk.Core.Storage;
using Kiosk.Core.Storage.Backups;
using Kiosk.Tests.Exchange;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Speech;
using Kiosk.Tests.Storage;
using Kiosk.Tests.Support;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Fuzz;

/// <summary>
/// Files from outside, harmed at random: nothing is ever thrown that is not ours, nothing is taken by half, and no file takes much memory.
/// A failure names the seed, and <see cref="Mutation"/> harms the file in the same way again.
/// </summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class IncomingFilesFuzz
{
    /// <summary>Of all that is laid in memory for one file, also what is let go of at once.</summary>
    private const long MostBytes = 200_000_000;

    private static readonly LocalDate Today = new(2026, 11, 20);

    /// <summary>How many harmed files of each kind.</summary>
    public static IEnumerable<TestCaseData> Often => [new TestCaseData(25), new TestCaseData(250).SetCategory("Everything")];

    [TestCaseSource(nameof(Often))]
    public void A_house_file(int files) => EachHarmed("house.json", Encoding.UTF8.GetBytes(DemoHouse.Json), files);

    [TestCaseSource(nameof(Often))]
    public void A_programme(int files) => EachHarmed("programme.csv", ProgrammeSheet.Write(Hsds.Demo()), files);

    [TestCaseSource(nameof(Often))]
    public void HSDS_as_JSON(int files) =>
        EachHarmed("hsds.json", Encoding.UTF8.GetBytes(HsdsJson.Write(HsdsExport.From(Hsds.Demo()))), files);

    [TestCaseSource(nameof(Often))]
    public void HSDS_as_a_zip_of_CSV_files(int files)
    {
        var tables = HsdsCsv.Write(HsdsExport.From(Hsds.Demo()));
        Each(
            files,
            seed =>
            {
                var harmed = seed % tables.Count;
                var parts = tables.Select((table, i) => (table.Name, i == harmed ? Mutation.Of(table.Content, seed) : table.Content));
                AssertTakenWholeOrNot("hsds.zip", Zip(parts));
            }
        );
    }

    [TestCaseSource(nameof(Often))]
    public void A_zip_that_is_harmed_itself(int files) =>
        EachHarmed("hsds.zip", Zip(HsdsCsv.Write(HsdsExport.From(Hsds.Demo())).Select(table => (table.Name, table.Content))), files);

    [TestCaseSource(nameof(Often))]
    public void A_drawing(int files)
    {
        var names = Directory.GetFiles(SourceTree.PathOf("assets/pictograms"), "*.svg").Order(StringComparer.Ordinal);
        var drawings = names.Select(File.ReadAllBytes).ToArray();
        Each(
            files * 20,
            seed =>
            {
                if (UploadedDrawing.Read(Mutation.Of(drawings[seed % drawings.Length], seed)).Drawing is { } taken)
                {
                    Assert.That(UploadedDrawing.Read(taken.Bytes).Drawing?.Bytes, Is.EqualTo(taken.Bytes), "what is clean stays as it is");
                    Assert.That(Encoding.UTF8.GetString(taken.Bytes), Does.Not.Contain("<script").And.Not.Contain("ENTITY"));
                }
            }
        );
    }

    [TestCaseSource(nameof(Often))]
    public void A_picture(int files)
    {
        var picture = Pictograms.Pngs.Made(64, 64);
        Each(
            files * 20,
            seed =>
            {
                if (UploadedDrawing.Read(Mutation.Of(picture, seed)).Drawing is { Format: DrawingFormat.Png } taken)
                {
                    Assert.That(UploadedDrawing.Read(taken.Bytes).Drawing?.Bytes, Is.EqualTo(taken.Bytes), "what is clean stays as it is");
                }
            }
        );
    }

    /// <summary>What a tablet's microphone sends.</summary>
    [TestCaseSource(nameof(Often))]
    public void A_recording(int files)
    {
        var wav = Wav.Tone(seconds: 0.2, volume: 0.5);
        Each(
            files,
            seed =>
            {
                try
                {
                    Sound.Read(Mutation.Of(wav, seed));
                }
                catch (SpeechException)
                {
                    // the only way it may be refused
                }
            }
        );
    }

    /// <summary>It is taken as a whole or refused in words, and then the house is as before.</summary>
    [TestCaseSource(nameof(Often))]
    public void A_backup(int files)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Data.Root, "away.zip");
        using (var house = HouseDatabase.Open(folder.Data, Today))
        {
            house.Load(DemoHouse.Json);
        }

        TallyDatabase.Open(folder.Data, Today).Dispose();
        Backup.Write(folder.Data, file, "0.1.0", Today.AtMidnight());
        var backup = File.ReadAllBytes(file);
        using var target = new TemporaryFolder();
        Each(
            files,
            seed =>
            {
                File.WriteAllBytes(file, Mutation.Of(backup, seed));
                var before = FolderContents.Of(target.Data.Root);
                try
                {
                    Restoring.Apply(file, target.Data.Root, replaces: true, Today);
                    using var restored = HouseDatabase.Open(new DataFolder(target.Data.Root), Today);
                    Assert.That(DemoHouse.Read(restored.ToHouseFile()).Problems, Is.Empty);
                }
                catch (BackupException)
                {
                    Assert.That(FolderContents.Of(target.Data.Root), Is.EqualTo(before));
                }
            }
        );
    }

    /// <summary>Every answer that a printer, or something else at its address, can give.</summary>
    [Test]
    public void Each_byte_that_a_printer_may_answer_is_a_state()
    {
        byte?[] answers = [null, .. Enumerable.Range(0, 256).Select(answer => (byte?)answer)];
        Assert.That(
            from printer in Enumerable.Range(0, 256)
            from offline in answers
            from paper in answers.Where((_, i) => i % 8 == printer % 8)
            let state = EscPosStatus.Read((byte)printer, offline, paper)
            where !Enum.IsDefined(state)
            select (printer, offline, paper),
            Is.Empty
        );
    }

    private static void EachHarmed(string name, byte[] file, int files) =>
        Each(files, seed => AssertTakenWholeOrNot(name, Mutation.Of(file, seed)));

    private static void Each(int files, Action<int> assert) =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                seed =>
                {
                    var before = GC.GetAllocatedBytesForCurrentThread();
                    assert(seed);
                    Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(MostBytes));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(files));

    /// <summary>
    /// The house that would be in force afterwards is one that can be read without a problem; or there is none, and a sentence.
    /// </summary>
    private static void AssertTakenWholeOrNot(string name, byte[] content)
    {
        using var stream = new MemoryStream(content);
        var plan = IncomingHouse.Plan(IncomingFiles.Of(name, stream), Hsds.Demo(), new HsdsWishes(DemoHouse.Pictograms));
        if (plan.HouseFile is null)
        {
            Assert.That(plan.Problems, Is.Not.Empty);
        }
        else
        {
            Assert.That(DemoHouse.Read(plan.HouseFile).Problems, Is.Empty);
        }
    }

    private static byte[] Zip(IEnumerable<(string Name, byte[] Content)> files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
