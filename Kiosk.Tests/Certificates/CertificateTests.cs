using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kiosk.App.Certificates;
using Kiosk.App.Hosting;
using Kiosk.Core.Clocks;
using Kiosk.Core.Storage;
using Kiosk.Tests.Storage;
using Kiosk.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace Kiosk.Tests.Certificates;

/// <summary>The kiosk's own authority, and the certificate that renews itself.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CertificateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = StandingTime.At("2026-11-20 14:20");
    private MachineNames _names = MachineNames.Of("kiosk", [IPAddress.Parse("192.168.1.20"), IPAddress.Parse("fd00::20")]);

    public void Dispose() => _folder.Dispose();

    private ServerCertificate Open() => Open(HouseClocks.Believing(_time, _folder.Data));

    private ServerCertificate Open(HouseClock clock) => new(new SecretFiles(_folder.Data), clock, () => _names);

    private static X509Certificate2 Shown(ServerCertificate certificate) => certificate.Context.TargetCertificate;

    [TestCase("kiosk")]
    [TestCase("kiosk.local")]
    [TestCase("localhost")]
    [TestCase("192.168.1.20")]
    [TestCase("127.0.0.1")]
    public void It_stands_for_every_name_and_address_of_the_machine(string name)
    {
        using var certificate = Open();
        Assert.That(Shown(certificate).MatchesHostname(name));
        Assert.That(Trusts(certificate.Authority, Shown(certificate)), Is.Empty);
    }

    [Test]
    public void It_lives_no_longer_than_browsers_take()
    {
        using var certificate = Open();
        var shown = Shown(certificate);
        Assert.That(shown.NotAfter - shown.NotBefore, Is.LessThanOrEqualTo(TimeSpan.FromDays(397)));
    }

    /// <summary>A plug that was pulled, an SD card that grew old: the kiosk goes on, with another.</summary>
    [TestCase("server.pem", "")]
    [TestCase("server.pem", "-----BEGIN CERTIFICATE-----\nMIIB")]
    [TestCase("authority.pem", "")]
    [TestCase(
        "authority.pem",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
    )]
    public void Where_its_file_is_damaged_another_is_made(string file, string left)
    {
        using (var before = Open())
        {
            Assert.That(Shown(before), Is.Not.Null);
        }

        File.WriteAllText(Path.Combine(_folder.Data.Secrets, file), left);
        using var certificate = Open();
        Assert.That(Trusts(certificate.Authority, Shown(certificate)), Is.Empty);
        using var after = Open();
        Assert.That(Shown(after).Thumbprint, Is.EqualTo(Shown(certificate).Thumbprint));
    }

    [TestCase("2027-11-18 12:00", true, TestName = "{m}: 31 days before its end it stays")]
    [TestCase("2027-11-22 12:00", false, TestName = "{m}: 29 days before its end it is renewed")]
    [TestCase("2030-01-01 12:00", false, TestName = "{m}: long after its end it is renewed")]
    [TestCase("2026-01-01 12:00", false, TestName = "{m}: before its beginning it is renewed")]
    public void It_is_renewed_in_time(string now, bool stays)
    {
        using var certificate = Open();
        var before = Shown(certificate).SerialNumber;
        _time.StandAt(now);
        certificate.Keep();
        Assert.That(Shown(certificate).SerialNumber == before, Is.EqualTo(stays));
    }

    /// <summary>A machine without a clock of its own, before the first network: tablets know better, and take it.</summary>
    [TestCase("2020-01-01 12:00")]
    [TestCase("2041-01-01 12:00")]
    public void A_clock_that_went_astray_does_not_leave_tablets_without_a_certificate(string now)
    {
        using var certificate = Open();
        _ = certificate.Context;
        _time.StandAt(now);
        certificate.Keep();
        _time.StandAt(now.StartsWith("2020", StringComparison.Ordinal) ? "2026-11-20 14:20" : "2036-11-01 12:00");
        Assert.That(Trusts(certificate.Authority, Shown(certificate)), Is.Empty);
    }

    /// <summary>Tablets that went on with this one would be asked again, by a certificate for days that never were.</summary>
    [TestCase("2020-01-01 12:00")]
    [TestCase("2027-12-10 12:00")]
    [TestCase("2041-01-01 12:00")]
    public void By_a_time_that_is_not_known_it_is_not_renewed(string now)
    {
        using (var before = Open())
        {
            Assert.That(Shown(before), Is.Not.Null);
        }

        var kept = File.ReadAllText(Path.Combine(_folder.Data.Secrets, "server.pem"));
        var machine = new ManualMachine(_time);
        machine.SetByHand(now);
        using var certificate = Open(HouseClocks.Of(HouseClocks.Checking(_time, machine, _folder.Data)));
        certificate.Keep();
        Assert.That(certificate.Context, Is.Not.Null);
        Assert.That(File.ReadAllText(Path.Combine(_folder.Data.Secrets, "server.pem")), Is.EqualTo(kept));
        machine.Synchronize("2027-12-01 12:00");
        certificate.Keep();
        Assert.That(File.ReadAllText(Path.Combine(_folder.Data.Secrets, "server.pem")), Is.Not.EqualTo(kept), "once it is known, it is");
    }

    [Test]
    public void Where_there_is_none_one_is_made_by_the_time_there_is()
    {
        using var certificate = Open(HouseClocks.Of(HouseClocks.Checking(_time, new ManualMachine(_time), _folder.Data)));
        Assert.That(Trusts(certificate.Authority, Shown(certificate)), Is.Empty);
    }

    [Test]
    public void It_is_renewed_when_the_machine_has_another_address()
    {
        using var certificate = Open();
        Assert.That(Shown(certificate).MatchesHostname("10.0.0.7"), Is.False);
        _names = MachineNames.Of("kiosk", [IPAddress.Parse("10.0.0.7")]);
        certificate.Keep();
        Assert.That(Shown(certificate).MatchesHostname("10.0.0.7"));
        Assert.That(Trusts(certificate.Authority, Shown(certificate)), Is.Empty);
    }

    /// <summary>The authority may not vouch for the new bare name; the one in <c>.local</c> it may.</summary>
    [Test]
    public void A_machine_that_was_renamed_still_has_a_certificate_that_tablets_trust()
    {
        using var certificate = Open();
        _ = certificate.Context;
        _names = MachineNames.Of("reception", [IPAddress.Parse("192.168.1.20")]);
        certificate.Keep();
        Assert.That(Shown(certificate).MatchesHostname("reception.local"));
        Assert.That(Trusts(certificate.Authority, Shown(certificate)), Is.Empty);
    }

    [Test]
    public void Both_outlive_a_restart()
    {
        using var first = Open();
        using var second = Open();
        Assert.That(
            (Shown(second).SerialNumber, second.Authority.Fingerprint),
            Is.EqualTo((Shown(first).SerialNumber, first.Authority.Fingerprint))
        );
    }

    [Test]
    public void A_public_address_is_left_out_because_it_would_spoil_the_rest() =>
        Assert.That(
            MachineNames.Of(null, [IPAddress.Parse("2001:db8::1"), IPAddress.Parse("8.8.8.8"), IPAddress.Parse("10.1.1.1")]).Addresses,
            Is.EqualTo(new[] { IPAddress.Parse("10.1.1.1"), IPAddress.Loopback, IPAddress.IPv6Loopback })
        );

    [Test, Platform("Linux"), System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Its_keys_are_for_the_kiosks_own_user_alone()
    {
        using var certificate = Open();
        _ = certificate.Context;
        Assert.That(
            File.GetUnixFileMode(_folder.Data.Secrets),
            Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute)
        );
        Assert.That(
            Directory.EnumerateFiles(_folder.Data.Secrets).Select(File.GetUnixFileMode),
            Is.All.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite)
        );
    }

    /// <summary>A thief of the authority's key gains nothing: neither .NET nor OpenSSL takes what it signs for others.</summary>
    [TestCase("evil.example", null)]
    [TestCase("bank.be", null)]
    [TestCase("kiosk.local.evil.example", null)]
    [TestCase(null, "8.8.8.8")]
    [TestCase(null, "2001:db8::1")]
    [TestCase("inside.local", "192.168.7.7", true)]
    public void A_stolen_authority_vouches_for_nothing_beyond_the_house(string? name, string? address, bool trusted = false)
    {
        using var certificate = Open();
        _ = certificate.Authority;
        var stolen = File.ReadAllText(Path.Combine(_folder.Data.Secrets, "authority.pem"));
        using var signer = X509Certificate2.CreateFromPem(stolen, stolen);
        using var forged = Forge(signer, name, address);
        Assert.That(Trusts(certificate.Authority, forged), trusted ? Is.Empty : Is.Not.Empty);
        Assert.That(OpenSslTrusts(signer, forged), Is.EqualTo(trusted));
    }

    private X509Certificate2 Forge(X509Certificate2 signer, string? name, string? address)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=forged", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (name is not null)
        {
            names.AddDnsName(name);
        }

        if (address is not null)
        {
            names.AddIpAddress(IPAddress.Parse(address));
        }

        request.CertificateExtensions.Add(names.Build());
        return request.Create(signer, _time.GetUtcNow(), _time.GetUtcNow().AddDays(30), [1, 2, 3]);
    }

    private string Trusts(Authority authority, X509Certificate2 certificate)
    {
        using var chain = new X509Chain
        {
            ChainPolicy =
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { X509CertificateLoader.LoadCertificate(authority.Der) },
                RevocationMode = X509RevocationMode.NoCheck,
                VerificationTime = _time.GetUtcNow().UtcDateTime,
                ApplicationPolicy = { new Oid("1.3.6.1.5.5.7.3.1") },
            },
        };
        return chain.Build(certificate) ? "" : string.Join(", ", chain.ChainStatus.Select(status => status.StatusInformation));
    }

    private bool OpenSslTrusts(X509Certificate2 authority, X509Certificate2 certificate)
    {
        var (root, leaf) = (Path.Combine(_folder.Data.Root, "root.pem"), Path.Combine(_folder.Data.Root, "leaf.pem"));
        File.WriteAllText(root, authority.ExportCertificatePem());
        File.WriteAllText(leaf, certificate.ExportCertificatePem());
        var seconds = _time.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var openssl = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo("openssl", ["verify", "-CAfile", root, "-attime", seconds, leaf])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            }
        )!;
        openssl.WaitForExit();
        return openssl.ExitCode == 0;
    }
}
