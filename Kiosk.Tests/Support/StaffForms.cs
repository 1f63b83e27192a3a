using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace Kiosk.Tests.Support;

/// <summary>Sends the forms of staff's pages as a browser does, each with the token of the page it stands on.</summary>
public sealed partial class StaffForms(HttpClient caller) : IDisposable
{
    public HttpClient Caller => caller;

    /// <summary>Of a tablet that talks to a process: it trusts the kiosk's own authority by its file, on the day it really is.</summary>
    public static StaffForms Of(KioskFolders folders, string address, CookieContainer cookies)
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            CookieContainer = cookies,
            SslOptions = Trusting(Path.Combine(folders.Data, "secrets", "authority.pem")),
        };
        return new StaffForms(new HttpClient(handler) { BaseAddress = new Uri(address) });
    }

    /// <summary>As a tablet on which the kiosk's own authority was installed.</summary>
    public static SslClientAuthenticationOptions Trusting(string authorityFile) =>
        new()
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { X509Certificate2.CreateFromPem(File.ReadAllText(authorityFile)) },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        };

    /// <summary>The token of the forms on a page.</summary>
    public async Task<string> TokenOf(string page)
    {
        var text = await caller.GetStringAsync(new Uri(page, UriKind.Relative));
        return WebUtility.HtmlDecode(Token().Match(text).Groups[1].Value);
    }

    /// <summary>Opens a page and sends a form of it.</summary>
    public async Task<HttpResponseMessage> Post(string page, string address, params (string Name, string Value)[] fields) =>
        await Send(await TokenOf(page), address, fields);

    public async Task<HttpResponseMessage> Send(string? token, string address, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", token ?? "")).Select(field => KeyValuePair.Create(field.Item1, field.Item2))
        );
        return await caller.PostAsync(new Uri(address, UriKind.Relative), form);
    }

    public void Dispose() => caller.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
