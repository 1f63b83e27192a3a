using Kiosk.App.Certificates;
using Kiosk.App.Pairing;
using Kiosk.App.Staff.Shell;
using Kiosk.Core.Languages;
using Microsoft.AspNetCore.Authorization;

namespace Kiosk.App.Staff.Devices;

/// <summary>How a tablet comes to trust the kiosk, step by step, in pictures of our own.</summary>
[AllowAnonymous]
public sealed class CertificatePage(ServerCertificate certificate, StaffAddresses door) : StaffPage
{
    /// <summary>The two kinds of tablets, by the word of the address.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["ipad", "android"];

    private static readonly IReadOnlyDictionary<string, string[]> Drawn = new Dictionary<string, string[]>
    {
        ["ipad"] = ["download", "profile", "install", "trust"],
        ["android"] = ["download", "search", "anyway", "choose"],
    };

    /// <summary>Asked for, or as the browser names itself.</summary>
    public string Kind { get; private set; } = Kinds[0];

    public string Fingerprint => door.Fingerprint;

    public string Name => certificate.Authority.Subject;

    /// <summary>Each a drawing and a sentence.</summary>
    public IEnumerable<(string Drawing, Wording Sentence)> Steps =>
        Drawn[Kind].Select(step => (step, Words.Translate("certificate.step-" + Kind + "-" + step, ("name", Name))));

    public void OnGet(string? on) =>
        Kind =
            on is not null && Kinds.Contains(on)
                ? on
                : Kinds[Request.Headers.UserAgent.ToString().Contains("Android", StringComparison.Ordinal) ? 1 : 0];
}
