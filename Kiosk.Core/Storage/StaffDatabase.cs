using System.Globalization;
using Dapper;
using Kiosk.Core.Devices;
using Kiosk.Core.Languages;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;

namespace Kiosk.Core.Storage;

/// <summary>A device with the hash of the token that it alone has.</summary>
public sealed record KnownDevice(Device Device, byte[] TokenHash);

/// <summary>A coordinator's account with the hash of the passphrase, as the framework writes it.</summary>
public sealed record KnownCoordinator(CoordinatorAccount Account, string PassphraseHash);

/// <summary>
/// The tablets of the house, the hash of its PIN, and who may sign in to read the report, <c>secrets/staff.db</c>. Safe for use from
/// several threads.
/// </summary>
/// <remarks>Apart from the house's database, so that copies of the house can be handed on without them.</remarks>
public sealed class StaffDatabase : IDisposable
{
    internal const string Pin = "pin";

    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly DatabaseFile _file;
    private readonly Action _keepCopy;

    private StaffDatabase(SqliteConnection connection, DatabaseFile file, Action keepCopy, OpeningNotice? notice) =>
        (_connection, _file, _keepCopy, OpeningNotice) = (connection, file, keepCopy, notice);

    /// <summary>What staff have to know when the file was damaged or gone; null when all is well.</summary>
    public OpeningNotice? OpeningNotice { get; }

    /// <summary>What somebody else did to the file since it was opened; null when all is well.</summary>
    public ForeignChange? ForeignChange
    {
        get
        {
            lock (_gate)
            {
                return _file.Look();
            }
        }
    }

    /// <summary>Null until the first tablet is paired.</summary>
    public string? PinHash => Fact(Pin);

    /// <summary>Opens or creates the database; a damaged file is set aside and the last good copy takes its place.</summary>
    /// <param name="today">Dates the copies; null while the clock is not known.</param>
    /// <exception cref="StorageException">The file is locked or may not be opened.</exception>
    /// <exception cref="MigrationException">The file could not be brought up to date and is as it was.</exception>
    public static StaffDatabase Open(DataFolder folder, LocalDate? today) =>
        StorageException.Opening(folder.StaffDatabase, () => OpenOrReplace(folder, today));

    public IReadOnlyList<KnownDevice> Devices()
    {
        lock (_gate)
        {
            return [.. _connection.Query<Row>(NamedSql.Query("Staff/devices")).Select(row => row.ToDevice())];
        }
    }

    /// <summary>Keeps a new device; with <paramref name="pinHash"/>, the PIN in the same step.</summary>
    /// <exception cref="StorageException">It could not be written; nothing was changed.</exception>
    public void Add(string name, Role role, LanguageTag language, byte[] tokenHash, LocalDate today, string? pinHash = null) =>
        Write(transaction =>
        {
            var device = new
            {
                name,
                role = Word(role),
                language = language.Value,
                tokenHash,
                today = LocalDatePattern.Iso.Format(today),
            };
            _connection.Execute(NamedSql.Query("Staff/add-device"), device, transaction);
            if (pinHash is not null)
            {
                Keep(Pin, pinHash, transaction);
            }
        });

    /// <summary>Keeps a device's name, role, language and last day as they are now.</summary>
    public void Change(Device device) => Write(transaction => Update(device, transaction));

    /// <summary>The same for its last day alone, of which no copy is needed.</summary>
    public void NoteSeen(Device device)
    {
        lock (_gate)
        {
            _file.Writing(() => Update(device, null));
        }
    }

    public void Remove(Device device) =>
        Write(transaction => _connection.Execute(NamedSql.Query("Staff/remove-device"), new { id = device.Id }, transaction));

    public void KeepPin(string hash) => Write(transaction => Keep(Pin, hash, transaction));

    public IReadOnlyList<KnownCoordinator> Coordinators()
    {
        lock (_gate)
        {
            return
            [
                .. _connection
                    .Query<CoordinatorRow>(NamedSql.Query("Staff/coordinators"))
                    .Select(row => new KnownCoordinator(new CoordinatorAccount(row.Id, row.Name), row.PassphraseHash)),
            ];
        }
    }

    /// <exception cref="StorageException">It could not be written; nothing was changed.</exception>
    public void AddCoordinator(string name, string passphraseHash) =>
        Write(transaction => _connection.Execute(NamedSql.Query("Staff/add-coordinator"), new { name, passphraseHash }, transaction));

    public void Remove(CoordinatorAccount account) =>
        Write(transaction => _connection.Execute(NamedSql.Query("Staff/remove-coordinator"), new { id = account.Id }, transaction));

    /// <param name="what"><c>wrong-pins</c>, <c>wrong-codes</c> or <c>wrong-passphrases</c>.</param>
    public int WrongInARow(string what) => int.Parse(Fact(what) ?? "0", CultureInfo.InvariantCulture);

    public void KeepWrongInARow(string what, int count)
    {
        lock (_gate)
        {
            _file.Writing(() => Keep(what, count.ToString(CultureInfo.InvariantCulture), null));
        }
    }

    /// <summary>From here on every change is refused with a <see cref="StorageException"/>.</summary>
    public void WriteNothing()
    {
        lock (_gate)
        {
            SqliteFile.WriteNothing(_connection);
        }
    }

    public void Dispose() => _connection.Dispose();

    private static StaffDatabase OpenOrReplace(DataFolder folder, LocalDate? today)
    {
        var copiesFolder = new SecretFiles(folder).MakeFolder("copies");
        var copies = new DatedCopies(copiesFolder, folder.StaffDatabase);
        var migrator = new Migrator(NamedSql.Migrations("Staff"), copiesFolder);
        var notice = LastGoodCopy.PutInPlaceOfUnusable(folder.StaffDatabase, copies, migrator, today);
        var connection = SqliteFile.Open(folder.StaffDatabase);
        try
        {
            migrator.BringUpToDate(connection);
            return new StaffDatabase(connection, new DatabaseFile(connection, folder.StaffDatabase), KeepCopy, notice);
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        void KeepCopy()
        {
            if (today is { } date)
            {
                copies.Take(date, path => SqliteFile.Copy(connection, path));
            }
        }
    }

    /// <summary>Writes, and copies at once: an older copy could bring a revoked tablet or a removed coordinator back.</summary>
    private void Write(Action<SqliteTransaction> write)
    {
        lock (_gate)
        {
            _file.Writing(() =>
            {
                using var transaction = _connection.BeginTransaction();
                write(transaction);
                transaction.Commit();
                _keepCopy();
            });
        }
    }

    private string? Fact(string name)
    {
        lock (_gate)
        {
            return _connection.QuerySingleOrDefault<string>(NamedSql.Query("Staff/fact"), new { name });
        }
    }

    private void Keep(string name, string value, SqliteTransaction? transaction) =>
        _connection.Execute(NamedSql.Query("Staff/keep-fact"), new { name, value }, transaction);

    private void Update(Device device, SqliteTransaction? transaction) =>
        _connection.Execute(
            NamedSql.Query("Staff/change-device"),
            new
            {
                id = device.Id,
                name = device.Name,
                role = Word(device.Role),
                language = device.Language.Value,
                lastSeenOn = LocalDatePattern.Iso.Format(device.LastSeenOn),
            },
            transaction
        );

    private static string Word(Role role) =>
        role switch
        {
            Role.Staff => "staff",
            Role.Coordinator => "coordinator",
        };

    private sealed record CoordinatorRow(long Id, string Name, string PassphraseHash);

    private sealed record Row(long Id, string Name, string Role, string Language, byte[] TokenHash, string PairedOn, string LastSeenOn)
    {
        public KnownDevice ToDevice() =>
            new(
                new Device(
                    Id,
                    Name,
                    Enum.Parse<Role>(Role, ignoreCase: true),
                    LanguageTag.Parse(Language),
                    LocalDatePattern.Iso.Parse(PairedOn).Value,
                    LocalDatePattern.Iso.Parse(LastSeenOn).Value
                ),
                TokenHash
            );
    }
}
