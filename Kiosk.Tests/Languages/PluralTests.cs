using System.Runtime.InteropServices;
using Kiosk.Core.Languages;
using NUnit.Framework;

namespace Kiosk.Tests.Languages;

/// <summary>Our table of plural rules against the operating system's: ICU reads CLDR itself.</summary>
[Platform("Linux")]
internal sealed class PluralTests
{
    private static readonly string[] Languages = ["fr", "nl", "en", "de", "es", "pt", "ro", "pl", "tr", "ar", "uk", "fa", "ti", "ps", "so"];

    private static readonly long[] Large =
    [
        1_001,
        1_002,
        1_011,
        1_012,
        1_100,
        1_103,
        1_111,
        10_000,
        100_000,
        101_101,
        999_999,
        1_000_000,
        1_000_001,
        1_000_002,
        1_000_003,
        1_000_011,
        1_500_000,
        2_000_000,
        3_000_000,
        10_000_000,
        11_000_000,
        1_000_000_000,
    ];

    [TestCaseSource(nameof(Languages))]
    public void A_number_has_the_form_that_the_system_says(string language)
    {
        using var rules = new Icu(language);
        var wrong = Numbers.Where(n => Plural.Of(LanguageTag.Parse(language), n) != rules.Select(n)).Select(n => $"{n}: {rules.Select(n)}");
        Assert.That(wrong, Is.Empty);
    }

    [TestCaseSource(nameof(Languages))]
    public void A_language_has_the_forms_that_its_numbers_ask_for_and_the_one_for_the_rest(string language)
    {
        using var rules = new Icu(language);
        Assert.That(
            Plural.Forms(LanguageTag.Parse(language)),
            Is.EquivalentTo(Numbers.Select(rules.Select).Append(Plural.Other).Distinct())
        );
    }

    [Test]
    public void A_language_without_rules_has_one_form() =>
        Assert.That(
            (Plural.Of(LanguageTag.Parse("zu"), 1), Plural.Forms(LanguageTag.Parse("zu"))),
            Is.EqualTo((Plural.Other, new[] { Plural.Other }))
        );

    [TestCase("ar", "two", true)]
    [TestCase("ar", "few", false)]
    [TestCase("nl", "one", true)]
    [TestCase("fr", "one", false)]
    [TestCase("uk", "one", false)]
    public void A_form_may_stand_for_one_number_alone(string language, string form, bool alone) =>
        Assert.That(Plural.IsOneNumber(LanguageTag.Parse(language), form), Is.EqualTo(alone));

    private static IEnumerable<long> Numbers => Enumerable.Range(0, 1001).Select(n => (long)n).Concat(Large);

    /// <summary>The plural rules of libicui18n, whose functions carry the version in their names (<c>uplrules_open_72</c>).</summary>
    private sealed class Icu : IDisposable
    {
        private const int LongestWord = 16;

        private static readonly (nint Library, int Version) Found = Find();

        private readonly nint _rules;

        public Icu(string language)
        {
            var error = 0;
            _rules = Function<Open>("uplrules_open")(language, ref error);
            Check(error);
        }

        private delegate nint Open([MarshalAs(UnmanagedType.LPStr)] string locale, ref int error);

        private delegate int Choose(nint rules, double number, [Out] ushort[] word, int room, ref int error);

        private delegate void Close(nint rules);

        public string Select(long number)
        {
            var word = new ushort[LongestWord];
            var error = 0;
            var length = Function<Choose>("uplrules_select")(_rules, number, word, word.Length, ref error);
            Check(error);
            return string.Concat(word.Take(length).Select(letter => (char)letter));
        }

        public void Dispose() => Function<Close>("uplrules_close")(_rules);

        private static T Function<T>(string name)
            where T : Delegate =>
            Marshal.GetDelegateForFunctionPointer<T>(NativeLibrary.GetExport(Found.Library, $"{name}_{Found.Version}"));

        private static (nint Library, int Version) Find()
        {
            for (var version = 150; version > 50; version--)
            {
                if (NativeLibrary.TryLoad($"libicui18n.so.{version}", out var library))
                {
                    return (library, version);
                }
            }

            throw new DllNotFoundException("There is no libicui18n.");
        }

        /// <summary>Above zero is an error, below a warning (unicode/utypes.h).</summary>
        private static void Check(int error)
        {
            if (error > 0)
            {
                throw new InvalidOperationException($"ICU answers error {error}.");
            }
        }
    }
}
