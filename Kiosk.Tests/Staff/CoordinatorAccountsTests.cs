using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Text;
using Kiosk.App.Staff.Shell;
using Kiosk.Core.Devices;
using Kiosk.Tests.Processes;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Staff;

/// <summary>Names and passphrases: which are taken, what guessing costs, and what the kiosk keeps of them.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CoordinatorAccountsTests : IDisposable
{
    private readonly KioskHost _kiosk = KioskHost.Start();
    private readonly StaffForms _coordinator;
    private readonly StaffForms _staff;

    public CoordinatorAccountsTests() => (_coordinator, _staff) = (new(_kiosk.StaffCaller()), new(_kiosk.StaffCaller(Role.Staff)));

    private CoordinatorAccounts Accounts => _kiosk.Services.GetRequiredService<CoordinatorAccounts>();

    private string StaffFile => Path.Combine(_kiosk.DataFolder, "secrets", "staff.db");

    public void Dispose()
    {
        _coordinator.Dispose();
        _staff.Dispose();
        _kiosk.Dispose();
    }

    [TestCase("Nadia", "quatorze signe", "moins de 15 lettres")]
    [TestCase("Nadia", "", "moins de 15 lettres")]
    [TestCase("Nadia Ben Abdallah", "nadia ben ABDALLAH", "le nom lui-même")]
    [TestCase("  ", "quatre canards bleus", "Donnez un nom")]
    [TestCase("Nadia", "quatre canards bleus", null)]
    [TestCase("Nadia", "quinze lettres.", null)]
    [TestCase("Nadia", "aaaaaaaaaaaaaaa", null, Description = "no other rule")]
    public async Task A_passphrase_is_refused_in_words_for_its_length_or_for_being_the_name(string name, string passphrase, string? said)
    {
        using var answer = await _coordinator.AddCoordinator(name, passphrase);
        Assert.That(answer.StatusCode, Is.EqualTo(said is null ? HttpStatusCode.SeeOther : HttpStatusCode.OK));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(said ?? ""));
        Assert.That(Accounts.All.Any(), Is.EqualTo(said is null));
    }

    /// <summary>NIST SP 800-63B-4, 3.1.1.2: each code point is one character.</summary>
    [TestCase("🦆", 15, true)]
    [TestCase("🦆", 14, false)]
    [TestCase("🦆", 128, true)]
    [TestCase("🦆", 129, false)]
    public async Task A_passphrase_is_counted_in_characters_of_any_script(string character, int count, bool taken)
    {
        var passphrase = string.Concat(Enumerable.Repeat(character, count));
        using var added = await _coordinator.AddCoordinator(passphrase: passphrase);
        using var signedIn = await _staff.SignIn(passphrase);
        Assert.That(
            (added.StatusCode, signedIn.StatusCode),
            Is.EqualTo(taken ? (HttpStatusCode.SeeOther, HttpStatusCode.SeeOther) : (HttpStatusCode.OK, HttpStatusCode.OK))
        );
    }

    [Test]
    public async Task All_that_stands_in_the_way_is_said_at_once()
    {
        using var first = await _coordinator.AddCoordinator();
        using var answer = await _coordinator.AddCoordinator("nadia", "trop court");
        Assert.That(
            await answer.Content.ReadAsStringAsync(),
            Does.Contain("déjà dans la liste")
                .And.Contain("moins de 15 lettres")
                .And.Contain("value=\"nadia\"")
                .And.Not.Contain("trop court")
        );
        using var differs = await _coordinator.AddCoordinator("Sam", again: "canard velo trompette");
        Assert.That(await differs.Content.ReadAsStringAsync(), Does.Contain("diffèrent"));
        Assert.That(Accounts.All.Select(account => account.Name), Is.EqualTo(new[] { "Nadia" }));
    }

    [TestCase("canard vélo trompett", "Nadia")]
    [TestCase("Canard vélo trompette", "Nadia")]
    [TestCase("canard vélo trompette ", "Nadia")]
    [TestCase("canard vélo trompette", "Sam")]
    [TestCase("canard vélo trompette", "")]
    public async Task A_wrong_passphrase_and_a_wrong_name_get_the_same_answer(string passphrase, string name)
    {
        using var added = await _coordinator.AddCoordinator();
        using var answer = await _staff.SignIn(passphrase, name);
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("ne vont pas ensemble").And.Not.Contain(passphrase));
        Assert.That(
            answer.Headers.TryGetValues("Set-Cookie", out var cookies)
                && cookies.Any(cookie => cookie.Contains(CoordinatorSignIn.CookieName, StringComparison.Ordinal)),
            Is.False
        );
    }

    /// <summary>Keyboards write é as one letter or as two, and nobody minds how a name begins.</summary>
    [Test]
    public async Task The_right_passphrase_is_right_from_any_keyboard()
    {
        using var added = await _coordinator.AddCoordinator();
        using var answer = await _staff.SignIn(Passphrases.Right.Normalize(NormalizationForm.FormD), " nadia ");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
    }

    [Test]
    public async Task Guessing_grows_slow_for_all_together_and_locks_nobody_out()
    {
        using var added = await _coordinator.AddCoordinator();
        using var other = new StaffForms(_kiosk.StaffCaller());
        for (var free = 0; free < 2; free++)
        {
            Assert.That(await Says(_staff, "un deux trois quatre"), Does.Contain("ne vont pas ensemble"));
        }

        Assert.That(await Says(_staff, "un deux trois quatre"), Does.Contain("Attendez 30 secondes"));
        Assert.That(await Says(other, Passphrases.Right), Does.Contain("Attendez"), "too soon, for everybody");
        var waits = new List<Duration>();
        while (waits.Count < 4)
        {
            waits.Add(Accounts.Wait);
            _kiosk.Time.GoOn(Accounts.Wait);
            Assert.That(await Says(_staff, "un deux trois quatre"), Does.Contain("Attendez"));
        }

        Assert.That(waits, Is.EqualTo(new[] { 30, 60, 120, 240 }.Select(seconds => Duration.FromSeconds(seconds))));
        Assert.That(
            (await other.Caller.GetAsync(new Uri("/devices", UriKind.Relative))).StatusCode,
            Is.EqualTo(HttpStatusCode.OK),
            "work goes on"
        );
        _kiosk.Time.GoOn(Accounts.Wait);
        using var right = await other.SignIn();
        Assert.That((right.StatusCode, Accounts.Wait), Is.EqualTo((HttpStatusCode.SeeOther, Duration.Zero)));
    }

    [Test]
    public async Task What_can_be_no_passphrase_costs_no_try()
    {
        using var added = await _coordinator.AddCoordinator();
        for (var time = 0; time < 5; time++)
        {
            Assert.That(await Says(_staff, "trop court"), Does.Contain("ne vont pas ensemble"));
        }

        using var right = await _staff.SignIn();
        Assert.That(right.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
    }

    [Test]
    public async Task Of_a_coordinator_the_name_and_a_hash_are_kept_and_no_day()
    {
        _kiosk.Time.StandAt("2026-11-23 09:13");
        using var added = await _coordinator.AddCoordinator();
        using var wrong = await _staff.SignIn("un deux trois quatre");
        using var signedIn = await _staff.SignIn();
        Assert.That(new Traces(Passphrases.Right, "un deux trois quatre", "09:13", "08:13").In(_kiosk.DataFolder), Is.Empty);
        using var file = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={StaffFile};Pooling=false");
        file.Open();
        using var ask = file.CreateCommand();
        ask.CommandText = "SELECT * FROM coordinator";
        using var row = ask.ExecuteReader();
        Assert.That(row.Read(), Is.True);
        Assert.That(Enumerable.Range(0, row.FieldCount).Select(row.GetName), Is.EqualTo(new[] { "id", "name", "passphrase_hash" }));

        // The framework's format: its version, HMAC-SHA-512 as 2, the rounds, each 4 bytes (PasswordHasher.HashPasswordV3).
        var hash = Convert.FromBase64String(row.GetString(2));
        Assert.That(hash[..5], Is.EqualTo(new byte[] { 1, 0, 0, 0, 2 }));
        Assert.That(BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(5)) * KioskHost.LessHashing, Is.EqualTo(210_000));
    }

    [Test]
    public async Task Of_whoever_was_removed_nothing_is_left_in_the_file()
    {
        using var added = await _coordinator.AddCoordinator("Zénobie");
        Assert.That(new Traces("Zénobie").InBytes(await File.ReadAllBytesAsync(StaffFile)), Is.Not.Empty);
        using var removed = await _coordinator.Post(
            "/devices",
            "/devices?handler=RemoveCoordinator",
            ("id", Accounts.All.Single().Id.ToString(CultureInfo.InvariantCulture))
        );
        Assert.That(new Traces("Zénobie").InBytes(await File.ReadAllBytesAsync(StaffFile)), Is.Empty);
    }

    private static async Task<string> Says(StaffForms tablet, string passphrase)
    {
        using var answer = await tablet.SignIn(passphrase);
        return await answer.Content.ReadAsStringAsync();
    }
}
