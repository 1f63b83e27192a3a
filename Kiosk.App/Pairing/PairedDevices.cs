using Kiosk.Core.Clocks;
using Kiosk.Core.Devices;
using Kiosk.Core.Languages;
using Kiosk.Core.Storage;

namespace Kiosk.App.Pairing;

/// <summary>The tablets of the house, held in memory: each request of theirs asks.</summary>
public sealed class PairedDevices
{
    private readonly Lock _gate = new();
    private readonly StaffDatabase _database;
    private readonly HouseClock _clock;
    private readonly DataFolder _folder;
    private readonly TabletChoice _choice;
    private readonly ILogger<PairedDevices> _logger;
    private volatile Known _known;

    public PairedDevices(StaffDatabase database, DataFolder folder, TabletChoice choice, HouseClock clock, ILogger<PairedDevices> logger)
    {
        (_database, _folder, _choice, _clock, _logger) = (database, folder, choice, clock, logger);
        _known = Read();
    }

    /// <summary>Raised when a tablet became another, or was revoked.</summary>
    public event Action? Changed;

    private sealed record Known(IReadOnlyList<Device> All, IReadOnlyDictionary<string, Device> ByHash, string? PinHash);

    public IReadOnlyList<Device> All => _known.All;

    /// <summary>Whether the kiosk was unpacked and given to nobody yet: whoever stands before it may pair the first tablet.</summary>
    /// <remarks>Without its data a kiosk only looks new. A house that goes without a tablet made its choice.</remarks>
    public bool IsNew => _known.PinHash is null && !_folder.IsStandIn && !_choice.GoesWithout;

    /// <summary>Null until the first tablet is paired.</summary>
    public string? PinHash => _known.PinHash;

    /// <summary>
    /// The role of the next tablet: the first is a coordinator's, and so is one that comes when no coordinator's is left.
    /// </summary>
    public Role NextRole => All.Any(device => device.Role == Role.Coordinator) ? Role.Staff : Role.Coordinator;

    /// <summary>Whose token it is; null when it is nobody's, or was revoked.</summary>
    public Device? Find(string? token) => token is null ? null : _known.ByHash.GetValueOrDefault(KeyOf(Token.Hash(token)));

    /// <summary>Pairs a tablet.</summary>
    /// <param name="coordinates">Whatever the role of the next tablet would be.</param>
    /// <param name="pinHash">Kept in the same step while the house has none.</param>
    /// <returns>The device, and the token that it alone is to have.</returns>
    public (Device Device, string Token) Add(string name, LanguageTag language, string? pinHash, bool coordinates = false)
    {
        lock (_gate)
        {
            var (token, role) = (Token.New(), coordinates ? Role.Coordinator : NextRole);
            _database.Add(name, role, language, Token.Hash(token), _clock.Presumed.Date, PinHash is null ? pinHash : null);
            _known = Read();
            return (Find(token)!, token);
        }
    }

    public void Change(long id, Func<Device, Device> change) => Write(id, device => _database.Change(change(device)));

    /// <summary>Signs a tablet out at once, wherever it is.</summary>
    public void Revoke(long id) => Write(id, _database.Remove);

    public void KeepPin(string hash)
    {
        lock (_gate)
        {
            _database.KeepPin(hash);
            _known = Read();
        }
    }

    /// <summary>Whether somebody would still be a coordinator if that tablet were none.</summary>
    public bool IsCoordinatedWithout(long id) => All.Any(device => device.Role == Role.Coordinator && device.Id != id);

    /// <summary>Notes the day, once a day, when it is known. A full disk keeps nobody from working.</summary>
    public void NoteSeen(Device device)
    {
        if (_clock.Known?.Date is not { } today || device.LastSeenOn == today)
        {
            return;
        }

        try
        {
            Write(device.Id, known => _database.NoteSeen(known with { LastSeenOn = today }));
        }
        catch (StorageException problem)
        {
            _logger.LogError("The day a tablet was last seen was not written. {Problem}", problem.Message);
        }
    }

    private void Write(long id, Action<Device> write)
    {
        lock (_gate)
        {
            if (All.FirstOrDefault(device => device.Id == id) is { } device)
            {
                write(device);
                _known = Read();
            }
        }

        Changed?.Invoke();
    }

    private Known Read()
    {
        var devices = _database.Devices();
        return new Known(
            [.. devices.Select(known => known.Device)],
            devices.ToDictionary(known => KeyOf(known.TokenHash), known => known.Device),
            _database.PinHash
        );
    }

    private static string KeyOf(byte[] hash) => Convert.ToHexString(hash);
}
