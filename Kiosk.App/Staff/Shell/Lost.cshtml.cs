using Kiosk.Core.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Staff.Shell;

/// <summary>Stands where an address leads nowhere, a form was too old, or a page failed: what to do next, in words.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken] // shown in place of a form that was refused for its token
public sealed class LostPage : StaffPage
{
    public Wording Title { get; private set; }

    public Wording What { get; private set; }

    public void OnGet() => Explain(Status());

    public void OnPost() => Explain(Status());

    /// <summary>Never read from the form: one that is too large cannot be read a second time either.</summary>
    private int Status() =>
        HttpContext.Features switch
        {
            _ when IsTooLarge() => StatusCodes.Status413PayloadTooLarge,
            var known when known.Get<IStatusCodeReExecuteFeature>() is { } refused => refused.OriginalStatusCode,
            var known when known.Get<IExceptionHandlerFeature>() is not null => StatusCodes.Status500InternalServerError,
            _ => StatusCodes.Status404NotFound,
        };

    /// <summary>Found out while the form was read, and then it is the form's token that seems to be missing.</summary>
    private bool IsTooLarge() => Request.ContentLength > HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;

    private void Explain(int status) =>
        (Title, What) = status switch
        {
            StatusCodes.Status400BadRequest => (Words.Translate("lost.again"), Words.Translate("lost.again-what")),
            StatusCodes.Status403Forbidden => (Words.Translate("lost.not-allowed"), Words.Translate("lost.not-allowed-what")),
            StatusCodes.Status404NotFound => (Words.Translate("lost.nowhere"), Words.Translate("lost.nowhere-what")),
            StatusCodes.Status413PayloadTooLarge => (Words.Translate("lost.too-large"), Words.Translate("lost.too-large-what")),
            _ => (Words.Translate("lost.failed"), Words.Translate("lost.failed-what")),
        };
}
