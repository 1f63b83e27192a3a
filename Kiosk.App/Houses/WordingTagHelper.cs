using Kiosk.Core.Languages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kiosk.App.Houses;

/// <summary>
/// Writes a <see cref="Wording"/> into any element (<c>&lt;h1 say="…"&gt;</c>), with <c>lang</c> and <c>dir</c> where it is not the page's
/// language.
/// </summary>
[HtmlTargetElement(Attributes = "say")]
public sealed class WordingTagHelper : TagHelper
{
    /// <summary>Under this key a request holds the language of its page.</summary>
    public const string LanguageItem = "language";

    public Wording Say { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var around = (LanguageTag?)ViewContext.ViewData["side"] ?? (LanguageTag)ViewContext.HttpContext.Items[LanguageItem]!;
        if (Say.Language != around)
        {
            output.Attributes.SetAttribute("lang", Say.Language.Value);
            output.Attributes.SetAttribute("dir", Say.Language.Direction);
        }

        output.Content.SetContent(PhoneNumbers.KeepWhole(Say));
    }
}
