namespace Kiosk.Tests.Support;

/// <summary>A coordinator, and what a tablet sends to add them and to sign in as them.</summary>
internal static class Passphrases
{
    public const string Name = "Nadia";
    public const string Right = "canard vélo trompette";

    public static Task<HttpResponseMessage> AddCoordinator(
        this StaffForms tablet,
        string name = Name,
        string passphrase = Right,
        string? again = null
    ) =>
        tablet.Post(
            "/devices",
            "/devices?handler=AddCoordinator",
            ("name", name),
            ("passphrase", passphrase),
            ("again", again ?? passphrase)
        );

    public static Task<HttpResponseMessage> SignIn(this StaffForms tablet, string passphrase = Right, string name = Name) =>
        tablet.Post("/report/sign-in", "/report/sign-in", ("name", name), ("passphrase", passphrase));
}
