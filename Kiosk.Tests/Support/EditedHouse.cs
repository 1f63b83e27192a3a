using Kiosk.App.Hosting;
using Kiosk.Core.Clocks;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses;
using Kiosk.Core.Pictograms;
using Kiosk.Core.Storage;
using Kiosk.Tests.Houses;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Kiosk.Tests.Support;

/// <summary>The demo house in a file of its own, and the editor of it; put together as the program does, without the program.</summary>
/// <remarks>It is Friday 20 November 2026, twenty past two.</remarks>
internal sealed class EditedHouse : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kiosk-test-");
    private readonly PictogramSet _pictograms = new(ProgramFiles.Pictograms, null);
    private readonly HouseClock _clock;

    public EditedHouse()
    {
        Database = HouseDatabase.Open(new DataFolder(_folder.FullName), null);
        Database.Load(DemoHouse.Json);
        Current = new CurrentHouse(DemoHouse.Read(DemoHouse.Json).House!, NullLogger<CurrentHouse>.Instance);
        _clock = HouseClocks.Believing(Time, new DataFolder(_folder.FullName));
        Editor = new HouseEditor(Database, Current, _pictograms, _clock);
    }

    public FakeTimeProvider Time { get; } = StandingTime.At("2026-11-20 14:20");

    public HouseDatabase Database { get; }

    public CurrentHouse Current { get; }

    public HouseEditor Editor { get; }

    public House House => Current.Current;

    /// <summary>As a house file.</summary>
    public string File => Database.ToHouseFile();

    /// <summary>An editor of the same file in another process.</summary>
    public HouseEditor Another(HouseDatabase database) =>
        new(database, new CurrentHouse(House, NullLogger<CurrentHouse>.Instance), _pictograms, _clock);

    /// <summary>The same file, opened once more.</summary>
    public HouseDatabase OpenAgain() => HouseDatabase.Open(new DataFolder(_folder.FullName), null);

    public void Dispose()
    {
        Database.Dispose();
        _folder.Delete(recursive: true);
    }
}
