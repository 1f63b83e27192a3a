using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kiosk.Core.Slips;
using NUnit.Framework;

namespace Kiosk.Tests.Slips;

internal sealed class ShorteningTests
{
    [TestCase("un\ndeux\r\n\ttrois", "un deux trois", TestName = "{m}: line ends and tabs are a space")]
    [TestCase("  un   deux \u00A0 ", "un deux", TestName = "{m}: runs of white space are one, and none stands at an end")]
    [TestCase("3\u00A0€", "3\u00A0€", TestName = "{m}: a no-break space stays")]
    [TestCase("u\u0000n\u007F\u009F", "un", TestName = "{m}: controls are gone")]
    [TestCase("\u202Eun\u202C \u2066deux\u2069", "un deux", TestName = "{m}: overrides, embeddings and isolates are gone")]
    [TestCase("<b>un</b> & deux", "<b>un</b> & deux", TestName = "{m}: markup stays the letters it is")]
    [TestCase("می‌خواهم", "می‌خواهم", TestName = "{m}: a joiner that Persian writes with stays")]
    [TestCase("\u0001\u202E\n", "", TestName = "{m}: nothing may be left")]
    public void Clean(string text, string expected) => Assert.That(Shortening.Clean(text), Is.EqualTo(expected));

    [Test]
    public void Halves_of_a_pair_are_gone_and_pairs_stay() =>
        Assert.That(Shortening.Clean("\uD83D\uDE00\uDE00 un\uD83D \uD83D\uD83D\uDE00"), Is.EqualTo("\uD83D\uDE00 un \uD83D\uDE00"));

    [TestCase("un deux trois", 13, "un deux trois", TestName = "{m}: what fits stays whole")]
    [TestCase("un deux trois", 12, "un deux…", TestName = "{m}: the last word that does not fit is gone whole")]
    [TestCase("un deux trois", 8, "un deux…", TestName = "{m}: the ellipsis takes a letter's room")]
    [TestCase("un deux trois", 7, "un…", TestName = "{m}: and a word goes for it")]
    [TestCase("anticonstitutionnellement", 10, "…", TestName = "{m}: a word longer than the room is dropped")]
    [TestCase("anticonstitutionnellement dit", 10, "…", TestName = "{m}: what follows it is dropped with it")]
    [TestCase("coûte 3\u00A0€ par jour", 8, "coûte…", TestName = "{m}: a price and its sign stay together")]
    [TestCase("un… deux", 7, "un…", TestName = "{m}: an ellipsis is not doubled")]
    [TestCase("e\u0301te\u0301", 3, "e\u0301te\u0301", TestName = "{m}: a letter with its accent is one")]
    [TestCase("👩‍👩‍👧 👩‍👩‍👧", 3, "👩‍👩‍👧 👩‍👩‍👧", TestName = "{m}: a family is one")]
    public void Shorten(string text, int room, string expected) => Assert.That(Shortening.Shorten(text, room), Is.EqualTo(expected));

    [Test]
    public void Ten_thousand_letters_are_shortened_at_once() =>
        Assert.That(
            Shortening.Shorten(string.Join(' ', Enumerable.Repeat("mot", 2_500)), 120),
            Is.EqualTo(string.Join(' ', Enumerable.Repeat("mot", 30)) + "…")
        );
}

internal sealed class ShorteningProperties
{
    private sealed record Case(string Text, int Room)
    {
        public string Clean => Shortening.Clean(Text);

        public string Shown => Shortening.Shorten(Clean, Room);

        public override string ToString() => $"{string.Join(' ', Text.Select(c => $"{(int)c:X4}"))} in {Room}";
    }

    private static readonly Gen<char> Letter = Gen.Frequency(
        (6, Gen.Elements([.. "abcéßжябجة"])),
        (3, Gen.Elements([.. " \n\t\u00A0\u202F\u2028\u0085"])),
        (1, Gen.Elements([.. "…\u0301\u200C\u200D\u0600<&"])),
        (1, Gen.Elements([.. "\u0000\u001B\u007F\u009F\u202A\u202E\u2066\u2069\uD83D\uDE00"]))
    );

    private static readonly Arbitrary<Case> AnyCase = (
        from letters in Letter.ListOf()
        from room in Gen.Choose(1, 30)
        select new Case(new string([.. letters]), room)
    ).ToArbitrary();

    [Test]
    public void A_cleaned_text_has_no_controls_no_halves_and_no_double_space() =>
        Check(given =>
            !given.Clean.Any(char.IsControl)
            && !given.Clean.Any(c => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
            && IsWholeUtf16(given.Clean)
            && !given.Clean.Zip(given.Clean.Skip(1)).Any(pair => char.IsWhiteSpace(pair.First) && char.IsWhiteSpace(pair.Second))
        );

    [Test]
    public void Cleaning_again_changes_nothing() =>
        Check(given => Shortening.Clean(given.Clean) == given.Clean && Shortening.Clean(given.Shown) == given.Shown);

    [Test]
    public void It_is_never_longer_than_the_room() => Check(given => Letters(given.Shown) <= given.Room);

    [Test]
    public void What_fits_stays_as_it_is() => Check(given => Letters(given.Clean) > given.Room || given.Shown == given.Clean);

    [Test]
    public void Shortening_again_changes_nothing() => Check(given => Shortening.Shorten(given.Shown, given.Room) == given.Shown);

    [Test]
    public void Every_word_is_a_whole_word_of_the_text() =>
        Check(given =>
        {
            var whole = given.Clean.Split(' ');
            var shown = given.Shown == given.Clean ? whole : given.Shown[..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return shown.Length <= whole.Length
                && shown
                    .Select((word, index) => word == whole[index] || (index == shown.Length - 1 && word == whole[index].TrimEnd('…')))
                    .All(same => same);
        });

    [Test]
    public void What_was_cut_ends_with_an_ellipsis() => Check(given => given.Shown == given.Clean || given.Shown.EndsWith('…'));

    private static int Letters(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>Without lone surrogates: it comes back from UTF-8 as it went in.</summary>
    private static bool IsWholeUtf16(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;

    private static void Check(Func<Case, bool> property) =>
        Prop.ForAll(AnyCase, property).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
}
