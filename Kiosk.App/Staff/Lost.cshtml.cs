using Kiosk.Core.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Staff;

/// <summary>Stands where an address leads nowhere, a form was too old, or a page failed: what to do next, in words.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken] // shown in place of a form that was refused for its token
public sealed class LostPage : StaffPage
{
    public Wording Title { get; private set; }

    public Wording What { get; private set; }

    public void OnGet(int status = StatusCodes.Status404NotFound) => Explain(status);

    public void OnPost(int status = StatusCodes.Status404NotFound) => Explain(status);

    private void Explain(int status) => (Title, What) = status switch
    {
        StatusCodes.Status400BadRequest => (Words.Say("lost.again"), Words.Say("lost.again-what")),
        StatusCodes.Status403Forbidden => (Words.Say("lost.not-allowed"), Words.Say("lost.not-allowed-what")),
        StatusCodes.Status404NotFound => (Words.Say("lost.nowhere"), Words.Say("lost.nowhere-what")),
        StatusCodes.Status413PayloadTooLarge => (Words.Say("lost.too-large"), Words.Say("lost.too-large-what")),
        _ => (Words.Say("lost.failed"), Words.Say("lost.failed-what")),
    };
}
