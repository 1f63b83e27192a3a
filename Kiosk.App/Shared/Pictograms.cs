using System.Collections.Frozen;
using Microsoft.AspNetCore.Html;

namespace Kiosk.App.Shared;

/// <summary>The drawings of <c>assets/pictograms</c>, held in memory to be written into pages: no request, no flash.</summary>
/// <remarks>A drawing is hidden from screen readers: a word always stands beside it.</remarks>
public sealed class Pictograms
{
    private readonly FrozenDictionary<string, HtmlString> _drawings;

    public Pictograms(string folder) =>
        _drawings = Directory.EnumerateFiles(folder, "*.svg").ToFrozenDictionary(
            file => Path.GetFileNameWithoutExtension(file),
            file => new HtmlString(File.ReadAllText(file).Trim().Replace("<svg ", "<svg class=\"pictogram\" aria-hidden=\"true\" ", StringComparison.Ordinal)));

    public IReadOnlySet<string> Names => _drawings.Keys.ToHashSet();

    /// <exception cref="KeyNotFoundException">There is no such drawing; house files are checked for this when they are read.</exception>
    public IHtmlContent this[string name] => _drawings[name];
}
