using Dapper;
using Kiosk.Core.Counting;
using Kiosk.Core.Storage;
using Kiosk.Tests.Support;
using NodaTime.Text;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary>What the kiosk said about each tap, to be held against what it kept.</summary>
internal sealed class Ledger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _inDoubt = [];
    private Dictionary<string, long> _acknowledged = [];

    /// <summary>The kiosk answered 204.</summary>
    public void Acknowledge(params string[] cells) => Add(_acknowledged, cells);

    /// <summary>The kiosk was killed before it answered: counted or not, both are right.</summary>
    public void Doubt(params string[] cells) => Add(_inDoubt, cells);

    /// <summary>What was counted so far is certain, whoever sent it.</summary>
    public void Begin(KioskFolders folders) => _acknowledged = Count(folders);

    /// <summary>
    /// Nothing acknowledged is missing and nothing was counted that nobody sent; from here on, what is counted is certain.
    /// </summary>
    public IReadOnlyDictionary<string, long> Settle(KioskFolders folders)
    {
        Assert.That(SqliteFile.IsSound(folders.Tally));
        var counted = Count(folders);
        foreach (var cell in _acknowledged.Keys.Union(_inDoubt.Keys).Union(counted.Keys))
        {
            var least = _acknowledged.GetValueOrDefault(cell);
            Assert.That(counted.GetValueOrDefault(cell), Is.InRange(least, least + _inDoubt.GetValueOrDefault(cell)), cell);
        }

        (_acknowledged, var settled) = (counted, _inDoubt);
        settled.Clear();
        return counted;
    }

    /// <summary>All taps in the folder by cell, over all days: a test may run across midnight.</summary>
    public static Dictionary<string, long> Count(KioskFolders folders) => Count(new DataFolder(folders.Data));

    public static Dictionary<string, long> Count(DataFolder data)
    {
        using var tallies = TallyDatabase.Open(data, today: null);
        using var file = SqliteFile.Open(data.TallyDatabase);
        return file.Query<string>("SELECT DISTINCT date FROM day WHERE date <> 'unknown'")
            .SelectMany(date => tallies.ReadDay(new TallyDate(LocalDatePattern.Iso.Parse(date).Value)))
            .GroupBy(cell => cell.Key.Name, cell => (long)cell.Value)
            .ToDictionary(cell => cell.Key, cell => cell.Sum());
    }

    private void Add(Dictionary<string, long> amounts, string[] cells)
    {
        lock (_gate)
        {
            foreach (var cell in cells)
            {
                amounts[cell] = amounts.GetValueOrDefault(cell) + 1;
            }
        }
    }
}
