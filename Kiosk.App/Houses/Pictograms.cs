using System.Collections.Concurrent;
using System.Text;
using Kiosk.Core.Pictograms;
using Microsoft.AspNetCore.Html;

namespace Kiosk.App.Houses;

/// <summary>The drawings as pages show them.</summary>
/// <remarks>
/// One that keeps to our tones is written into the page, to take the page's colours: no request, no flash. Any other is a picture of its
/// own, so that no name within it meets another's. A drawing is hidden from screen readers: a word always stands beside it.
/// </remarks>
public sealed class Pictograms(PictogramSet set)
{
    private readonly ConcurrentDictionary<PictogramFile, HtmlString> _drawings = new();

    public PictogramSet Set => set;

    /// <summary>The lines that visitors have to see, by the licences of the house's drawings.</summary>
    public IReadOnlyList<string> Credits =>
        [
            .. set
                .All.Select(file => file.Credit)
                .OfType<PictogramCredit>()
                .Where(credit => credit.Shown)
                .Select(credit => credit.Licence)
                .Distinct(),
        ];

    /// <exception cref="KeyNotFoundException">There is no such drawing; house files are checked for this when they are read.</exception>
    public IHtmlContent this[string name] => _drawings.GetOrAdd(set[name], Draw);

    /// <summary>Where a drawing of the house's is found as a picture.</summary>
    public static string AddressOf(PictogramFile file) => $"/drawing/{file.Mark}/{file.Name}";

    private static HtmlString Draw(PictogramFile file) =>
        new(
            file.HasOurTones
                ? Encoding
                    .UTF8.GetString(file.Bytes)
                    .Trim()
                    .Replace("<svg ", "<svg class=\"pictogram\" aria-hidden=\"true\" ", StringComparison.Ordinal)
                : $"<img class=\"pictogram\" alt=\"\" src=\"{AddressOf(file)}\">"
        );
}
