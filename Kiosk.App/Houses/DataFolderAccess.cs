using Kiosk.App.Hosting;
using Kiosk.Core.Storage;
using Kiosk.Core.Storage.Backups;

namespace Kiosk.App.Houses;

/// <summary>How this process uses the data folder: alone, or beside a running kiosk, which a command may that only reads.</summary>
internal sealed class DataFolderAccess : IDisposable
{
    private readonly DataLock? _held;

    private DataFolderAccess(DataLock? held, bool mayWrite) => (_held, MayWrite) = (held, mayWrite);

    /// <summary>False beside a running kiosk: what it does not know of, it would take for a file that was changed under it.</summary>
    public bool MayWrite { get; }

    /// <summary>Alone, for as long as it runs; without the data folder it writes into a stand-in of its own.</summary>
    /// <exception cref="DataFolderException">Another process uses the folder, or nothing can be written there.</exception>
    public static DataFolderAccess ForKiosk(KioskSettings settings, StartupState start) =>
        start.IsWithoutData
            ? new DataFolderAccess(null, mayWrite: true)
            : Alone(
                settings.Data,
                FolderUser.Kiosk,
                "stop that one first (Ctrl+C, or sudo systemctl stop kiosk), or name another folder with --Kiosk:Data=FOLDER."
            );

    /// <exception cref="StartupException">There is no house in the folder.</exception>
    /// <exception cref="DataFolderException">Another process uses the folder, or nothing can be written there.</exception>
    public static DataFolderAccess ForWriting(KioskSettings settings, string command, string advice)
    {
        RefuseEmpty(settings.Data);
        return Alone(settings.Data, command, advice);
    }

    /// <summary>A restoring that was cut short is finished first, which a command can only do alone.</summary>
    /// <exception cref="StartupException">There is no house in the folder.</exception>
    /// <exception cref="DataFolderException">A restoring goes on, or nothing can be written there.</exception>
    public static DataFolderAccess ForReading(KioskSettings settings, string command)
    {
        RefuseEmpty(settings.Data);
        if (Restoring.IsUnfinished(settings.Data))
        {
            return Alone(settings.Data, command, "give the command again in a moment.");
        }

        var held = DataLock.TryTake(settings.Data, command);
        return new DataFolderAccess(held, mayWrite: held is not null);
    }

    /// <summary>For a command that reads and holds nothing: the nightly backup must not keep a kiosk waiting.</summary>
    /// <exception cref="StartupException">There is no house in the folder.</exception>
    /// <exception cref="DataFolderException">A restoring goes on, or nothing can be written there.</exception>
    public static void Look(KioskSettings settings, string command)
    {
        RefuseEmpty(settings.Data);
        if (Restoring.IsUnfinished(settings.Data))
        {
            ForReading(settings, command).Dispose();
        }
    }

    public void Dispose() => _held?.Dispose();

    private static DataFolderAccess Alone(string folder, string user, string advice)
    {
        var held = DataLock.Take(folder, user, advice);
        Restoring.Finish(folder);
        return new DataFolderAccess(held, mayWrite: true);
    }

    /// <summary>A command given with a misspelt folder, or in another place, would else speak of the demo house.</summary>
    private static void RefuseEmpty(string folder)
    {
        if (!DataFolder.HoldsHouse(folder) && !Restoring.IsUnfinished(folder))
        {
            throw new StartupException(
                $"There is no house in {Path.GetFullPath(folder)} yet: start the kiosk once, or name its folder with --Kiosk:Data=FOLDER."
            );
        }
    }
}
