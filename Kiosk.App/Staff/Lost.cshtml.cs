using Kiosk.Core.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Staff;

/// <summary>Stands where an address leads nowhere, a form was too old, or a page failed: what to do next, in words.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken] // shown in place of a form that was refused for its token
public sealed class LostPage : StaffPage
{
    public Wording Title { get; private set; }

    public Wording What { get; private set; }

    public void OnGet(int? status) => Explain(status ?? StatusOfFailure());

    public void OnPost(int? status) => Explain(status ?? StatusOfFailure());

    /// <summary>A page that failed comes here without a status; a body that is too large is found out while the form is read.</summary>
    private int StatusOfFailure() => HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error switch
    {
        null => StatusCodes.Status404NotFound,
        BadHttpRequestException refused => refused.StatusCode,
        { InnerException: BadHttpRequestException refused } => refused.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };

    private void Explain(int status) => (Title, What) = status switch
    {
        StatusCodes.Status400BadRequest => (Words.Say("lost.again"), Words.Say("lost.again-what")),
        StatusCodes.Status403Forbidden => (Words.Say("lost.not-allowed"), Words.Say("lost.not-allowed-what")),
        StatusCodes.Status404NotFound => (Words.Say("lost.nowhere"), Words.Say("lost.nowhere-what")),
        StatusCodes.Status413PayloadTooLarge => (Words.Say("lost.too-large"), Words.Say("lost.too-large-what")),
        _ => (Words.Say("lost.failed"), Words.Say("lost.failed-what")),
    };
}
