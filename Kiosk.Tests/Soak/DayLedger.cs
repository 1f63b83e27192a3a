using Kiosk.Core.Counting;
using Kiosk.Core.Storage;
using Kiosk.Tests.Processes;
using Kiosk.Tests.Services;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Soak;

/// <summary>Every tap the kiosk acknowledged, by the day and the cell it must be counted under.</summary>
internal sealed class DayLedger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(LocalDate Date, string Cell), long> _acknowledged = [];

    public long Taps
    {
        get
        {
            lock (_gate)
            {
                return _acknowledged.Values.Sum();
            }
        }
    }

    public void Acknowledge(Instant at, IEnumerable<string> cells)
    {
        var wall = at.InZone(Brussels.Zone);
        lock (_gate)
        {
            foreach (var cell in cells)
            {
                var counted = (
                    wall.Date,
                    cell.StartsWith("visit/", StringComparison.Ordinal) ? $"{cell}/{HalfDays.At(wall.TimeOfDay).Word()}" : cell
                );
                _acknowledged[counted] = _acknowledged.GetValueOrDefault(counted) + 1;
            }
        }
    }

    /// <summary>
    /// Reads a copy of the folder, as whoever opens it tomorrow would. What was acknowledged is there, on its day, and nothing else.
    /// </summary>
    public void AssertIsWhatIsKeptIn(string dataFolder)
    {
        using var copy = new TemporaryCopy(dataFolder);
        Assert.That(SqliteFile.IsSound(copy.Data.TallyDatabase));
        using var tallies = TallyDatabase.Open(copy.Data, today: null);
        var kept = (
            from date in _acknowledged.Keys.Select(key => key.Date).Distinct()
            from cell in tallies.ReadDay(new TallyDate(date))
            where cell.Value > 0
            select ((date, cell.Key.Name), (long)cell.Value)
        ).ToDictionary();
        Assert.That(kept, Is.EqualTo(_acknowledged));
        Assert.That(Ledger.Count(copy.Data).Values.Sum(), Is.EqualTo(Taps), "a tap on a day that nobody lived");
    }

    private sealed class TemporaryCopy : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kiosk-test-");

        public TemporaryCopy(string dataFolder)
        {
            Data = new DataFolder(_folder.FullName);
            File.Copy(new DataFolder(dataFolder).TallyDatabase, Data.TallyDatabase);
        }

        public DataFolder Data { get; }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
