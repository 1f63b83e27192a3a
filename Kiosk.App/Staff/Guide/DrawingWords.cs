using System.Text.Json.Nodes;

namespace Kiosk.App.Staff.Guide;

/// <summary>Words for drawings: the names of what they stand for in this house, in all its languages, and the drawing's own.</summary>
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
            .Where(body => body["pictogram"] is not null)
            .ToLookup(body => body["pictogram"]!.ToString());
    }

    public string NameOf(string drawing) => _uses[drawing].FirstOrDefault() is { } use ? _book.NameOf(use) : drawing.Replace('-', ' ');

    /// <summary>In small letters, for a search.</summary>
    public string SearchedBy(string drawing) =>
        string.Join(
                ' ',
                _uses[drawing].SelectMany(use => use["name"] as JsonObject ?? []).Select(text => text.Value?.ToString()).Prepend(drawing)
            )
            .ToLowerInvariant();
}
