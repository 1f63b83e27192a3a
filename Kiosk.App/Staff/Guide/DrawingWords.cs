using System.Text.Json.Nodes;
using Kiosk.Core.Languages;
using Kiosk.Core.Schema;

namespace Kiosk.App.Staff.Guide;

/// <summary>
/// Words for drawings: their names in the language of the tablet, and the names of what they stand for in this house, in all its
/// languages.
/// </summary>
public sealed class DrawingWords
{
    private static readonly string[] Drawn = ["topics", "services", "activities", "rooms"];

    private readonly ILookup<string, JsonObject> _uses;
    private readonly Guidebook _book;

    public DrawingWords(Guidebook book)
    {
        _book = book;
        _uses = Drawn
            .SelectMany(book.Entries)
            .Select(entry => entry.Body)
            .Where(body => body[Keys.Pictogram] is not null)
            .ToLookup(body => body[Keys.Pictogram]!.ToString());
    }

    /// <summary>A drawing that the house brought has the name of what it stands for, else that of its file.</summary>
    public string NameOf(string drawing) =>
        NameOf(drawing, _book.Words) ?? (_uses[drawing].FirstOrDefault() is { } use ? _book.NameOf(use) : drawing.Replace('-', ' '));

    /// <summary>For a search.</summary>
    public string SearchedBy(string drawing) =>
        string.Join(
            ' ',
            _uses[drawing]
                .SelectMany(use => use["name"] as JsonObject ?? [])
                .Select(text => text.Value?.ToString())
                .Prepend(NameOf(drawing))
                .Append(drawing)
        );

    /// <summary>The program's own name of a drawing; null for one that the house brought.</summary>
    public static string? NameOf(string drawing, Localizer words) =>
        words.Knows("drawing." + drawing) ? words.Translate("drawing." + drawing).Text : null;
}
