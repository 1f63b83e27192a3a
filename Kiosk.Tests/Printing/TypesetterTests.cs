using Kiosk.App.Hosting;
using Kiosk.Core.Languages;
using Kiosk.Core.Printing.Drawing;
using Kiosk.Tests.Storage;
using NUnit.Framework;

namespace Kiosk.Tests.Printing;

/// <summary>How a text becomes lines on paper.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class TypesetterTests
{
    private const int Wide = 8000;
    private static readonly FontSpec Body = new(25, 400);
    private static readonly Typesetter Setter = new(ProgramFiles.PaperFonts);

    /// <summary>A line of so many dots takes this many lines.</summary>
    [TestCase("fr", "Appelez d’abord. Demandez Mme Peeters.", 300, 2)]
    [TestCase("ar", "من 0 إلى 15 يورو حسب العلاج. نقول لكم السعر مسبقاً.", 300, 3)]
    [TestCase("fr", "un\ndeux\n\ntrois", Wide, 4)]
    [TestCase("fr", "", Wide, 1)]
    public void It_is_cut_where_a_line_may_end(string language, string text, int width, int lines) =>
        Assert.That(Set(language, text, width).Lines, Has.Count.EqualTo(lines));

    /// <summary>There is room for half of the number beside the word; it stands whole below it.</summary>
    [TestCase("fr")]
    [TestCase("ar")]
    public void A_phone_number_is_never_broken(string language)
    {
        const string number = "+32 2 555 01 42";
        var (word, whole) = (Width(language, "aaaaaa "), Width(language, number));
        foreach (var room in (int[])[whole + 1, word + (whole / 2), word + whole - 10])
        {
            var lines = Set(language, "aaaaaa " + number, Math.Max(room, whole)).Lines;
            Assert.That(lines.Select(line => line.WidthDots), Is.EqualTo([Width(language, "aaaaaa"), whole]));
        }
    }

    [Test]
    public void A_word_that_is_wider_than_the_line_goes_on_after_a_hyphen()
    {
        const string word = "Ziekenfondsverzekeringstegemoetkoming";
        var broken = Set("nl", word, 200);
        var whole = Set("nl", word, Wide);
        Assert.That(broken.Lines, Has.Count.GreaterThan(1));
        Assert.That(broken.Lines.SkipLast(1).Select(line => line.Glyphs[^1].Id), Is.All.EqualTo(Last("nl", "-")));
        Assert.That(broken.Lines.Sum(line => line.Glyphs.Count), Is.EqualTo(whole.Lines[0].Glyphs.Count + broken.Lines.Count - 1));
        Assert.That(broken.Lines.Select(line => line.WidthDots), Is.All.LessThanOrEqualTo(200));
    }

    /// <summary>Arabic letters join across the end of a line, and Ethiopic has no hyphen.</summary>
    [TestCase("ar", "والمستشفياتوالمستشفياتوالمستشفيات")]
    [TestCase("ti", "ተሌፎንተሌፎንተሌፎንተሌፎን")]
    public void In_a_script_without_hyphens_a_word_goes_on_without(string language, string word)
    {
        var broken = Set(language, word, 160);
        Assert.That(broken.Lines, Has.Count.GreaterThan(1));
        Assert.That(Black(broken), Is.EqualTo(Black(Set(language, word, Wide))).Within(3).Percent);
    }

    [TestCase("fr")]
    [TestCase("ar")]
    public void What_is_longer_than_nine_lines_ends_in_dots(string language)
    {
        var text = Set(language, string.Join(' ', Enumerable.Repeat("long", 200)), 200);
        Assert.That(text.Lines, Has.Count.EqualTo(9));
        Assert.That(text.Lines.Select(line => line.WidthDots), Is.All.LessThanOrEqualTo(200));
        var ends = language == "ar" ? text.Lines[^1].Glyphs[0] : text.Lines[^1].Glyphs[^1];
        Assert.That(ends.Id, Is.EqualTo(Last(language, "…")));
    }

    [TestCase("Rubik-Regular.ttf", null)]
    [TestCase("Rubik-Bold.ttf", "no font")]
    public void Where_a_font_of_its_own_is_missing_or_damaged_it_takes_the_machine_s(string file, string? content)
    {
        using var folder = new TemporaryFolder();
        foreach (var font in Directory.EnumerateFiles(ProgramFiles.PaperFonts, "*.ttf"))
        {
            File.Copy(font, Path.Combine(folder.Data.Root, Path.GetFileName(font)));
        }

        File.Delete(Path.Combine(folder.Data.Root, file));
        if (content is not null)
        {
            File.WriteAllText(Path.Combine(folder.Data.Root, file), content);
        }

        var setter = new Typesetter(folder.Data.Root);
        foreach (var weight in (int[])[400, 700])
        {
            Assert.That(
                Black(setter.Set(Wording("fr", "Bonjour"), new FontSpec(25, weight), Wide, rightToLeft: false)),
                Is.GreaterThan(300)
            );
        }
    }

    private static Wording Wording(string language, string text) => new(text, LanguageTag.Parse(language));

    private static TextBlock Set(string language, string text, int width) =>
        Setter.Set(Wording(language, text), Body, width, LanguageTag.Parse(language).IsRightToLeft);

    private static int Width(string language, string text) => Set(language, text, Wide).Lines[0].WidthDots;

    /// <summary>The drawing of the letter at the right end of a text.</summary>
    private static ushort Last(string language, string text) => Set(language, text, Wide).Lines[0].Glyphs[^1].Id;

    private static int Black(TextBlock text)
    {
        using var canvas = new Canvas(Wide, text.HeightDots);
        text.DrawOn(canvas, 0, 0);
        var paper = canvas.ToPaper();
        return paper.Rows(0, paper.HeightDots).ToArray().Sum(row => int.PopCount(row));
    }
}
