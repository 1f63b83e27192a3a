using System.Net;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary>A damaged database never keeps the kiosk dark: a copy takes its place, or a new file, and staff are told.</summary>
[Category("Process"), Platform("Linux"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DamageTests : IDisposable
{
    private readonly KioskFolders _folders = new();

    public enum Damage
    {
        Overwritten,
        BeginningLost,
        CutShort,
        ReplacedByText,
    }

    public void Dispose() => _folders.Dispose();

    /// <summary>
    /// The house with a copy to fall back on and the counts without one; the other way around by <c>./test.sh everything</c>.
    /// </summary>
    public static IEnumerable<TestCaseData> EachDamage =>
        from database in (string[])["house", "tally"]
        from damage in Enum.GetValues<Damage>()
        from copied in (bool[])[true, false]
        let data = new TestCaseData(database, damage, copied)
        select copied == (database == "house") ? data : data.SetCategory("Everything");

    [TestCaseSource(nameof(EachDamage))]
    public async Task Damage_is_set_aside_and_told_and_the_kiosk_serves_and_counts(string database, Damage damage, bool copied)
    {
        await UsedFolder.OfLePont.CopyToAsync(_folders);
        if (!copied)
        {
            _folders.CopiesOf(database).ToList().ForEach(File.Delete);
        }

        var file = Path.Combine(_folders.Data, database + ".db");
        Harm(file, damage);
        var harmed = File.ReadAllBytes(file);

        await using var kiosk = await KioskProcess.StartAsync(_folders);
        var sentence = copied ? "began took its place" : "a new file was begun";
        Assert.That(kiosk.Complained, Does.Contain($"{database}.db was damaged").And.Contain(sentence));
        Assert.That(await kiosk.Health(), Does.Contain("\"replaced\"").And.Contain(sentence));
        Assert.That(
            Directory.EnumerateFiles(_folders.Data, database + "-damaged-*.db").Select(File.ReadAllBytes),
            Is.EqualTo(new[] { harmed })
        );
        await ServesAndCounts(kiosk);
    }

    [Test]
    public async Task A_house_has_a_copy_from_its_first_day_on()
    {
        await UsedFolder.OfLePont.CopyToAsync(_folders);
        Assert.That(_folders.CopiesOf("house").Count(), Is.EqualTo(1));
    }

    private static async Task ServesAndCounts(KioskProcess kiosk)
    {
        Assert.That(await kiosk.Client.GetStringAsync(new Uri("/fr/service/teeth", UriKind.Relative)), Does.Contain("Soigner ses dents"));
        using var answer = await kiosk.Tap("service/teeth");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
    }

    private static void Harm(string path, Damage damage)
    {
        using var file = File.Open(path, FileMode.Open);
        switch (damage)
        {
            case Damage.Overwritten:
                file.Position = 4096; // the second page and half of the third: sqlite.org/fileformat.html, pages of 4 096 bytes
                file.Write(Enumerable.Repeat((byte)0xA5, 6000).ToArray());
                break;
            case Damage.BeginningLost:
                file.Write(new byte[512]);
                break;
            case Damage.CutShort:
                file.SetLength(file.Length / 2);
                break;
            default:
                file.SetLength(0);
                file.Write("This card was found in a camera."u8);
                break;
        }
    }
}
