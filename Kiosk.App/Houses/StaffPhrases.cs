using Kiosk.App.Hosting;
using Kiosk.Core.Editing;
using Kiosk.Core.Languages;

namespace Kiosk.App.Houses;

/// <summary>
/// The words of the tablets' pages, <c>assets/languages/staff</c>, over the visitor's, which stand in for what staff have no words of their
/// own for.
/// </summary>
public sealed class StaffPhrases(CurrentPhrases visitors, StartupState start)
{
    /// <summary>The languages that staff's pages are written in.</summary>
    public static readonly IReadOnlyList<LanguageTag> Languages =
    [
        LanguageTag.Parse("fr"),
        LanguageTag.Parse("nl"),
        LanguageTag.Parse("en"),
    ];

    private readonly Lazy<Phrasebook> _own = new(() => Phrasebook.Load(ProgramFiles.StaffWords, start.KeepsGoing ? start.Note : null));

    private volatile Both? _both;

    public Phrasebook Phrases
    {
        get
        {
            var (under, both) = (visitors.Current, _both);
            if (both?.Visitors != under)
            {
                _both = both = new Both(under, under.Under(_own.Value));
            }

            return both.Book;
        }
    }

    /// <param name="Visitors">The words it was made of.</param>
    private sealed record Both(Phrasebook Visitors, Phrasebook Book);
}
