using System.Text.Json.Nodes;
using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Languages;
using Kiosk.Core.Storage;
using NUnit.Framework;

namespace Kiosk.Tests.Houses;

internal sealed class EntryTextsTests
{
    private static readonly EntryKey Teeth = new("services", "teeth");

    private static readonly LanguageTag[] Languages = [LanguageTag.Parse("fr"), LanguageTag.Parse("ar")];

    [Test]
    public void Texts_are_found_where_they_stand_and_named_without_the_numbers_of_rows()
    {
        var body = Body(
            """{ "id": "teeth", "name": { "fr": "Dents" }, "requiredDocuments": [{ "fr": "Carte" }, { "fr": "Lettre" """
                + """}], "phones": [{ "number": "1", "description": { "fr": "Accueil" } }], "hsds": { "name": { "fr": "Ailleurs" } } """
                + """}"""
        );
        Assert.That(
            EntryTexts.In(Teeth, body).Select(text => (text.Place, text.Key, text.Field)),
            Is.EqualTo(
                new[]
                {
                    ("name", "services/teeth/name", "name"),
                    ("requiredDocuments[0]", "services/teeth/requiredDocuments", "requiredDocuments"),
                    ("requiredDocuments[1]", "services/teeth/requiredDocuments", "requiredDocuments"),
                    ("phones[0].description", "services/teeth/phones.description", "description"),
                }
            )
        );
    }

    /// <summary>The reader of the house file finds as many: every object of it that is a text has a language.</summary>
    [Test]
    public void In_the_demo_house_every_text_is_found()
    {
        var found = HouseDatabase
            .Split(DemoHouse.Json)
            .Sum(entry => EntryTexts.In(entry.Key, JsonNode.Parse(entry.Body)!.AsObject()).Count());
        Assert.That(found, Is.EqualTo(System.Text.RegularExpressions.Regex.Count(DemoHouse.Json, "\"fr\":")));
    }

    [Test]
    public void A_row_that_moves_up_was_not_written()
    {
        var before = Body("""{ "requiredDocuments": [{ "fr": "Carte", "ar": "بطاقة" }, { "fr": "Lettre", "ar": "رسالة" }] }""");
        var after = Body("""{ "requiredDocuments": [{ "fr": "Lettre", "ar": "رسالة" }] }""");
        Assert.That(EntryTexts.Written(Teeth, before, after, Languages), Is.Empty);
    }

    [Test]
    public void What_is_written_is_told_in_the_languages_asked_for()
    {
        var before = Body("""{ "name": { "fr": "Dents", "ar": "أسنان", "nl": "Tanden" } }""");
        var after = Body("""{ "name": { "fr": "Dentiste", "ar": "أسنان", "nl": "Tandarts" } }""");
        Assert.That(
            EntryTexts.Written(Teeth, before, after, Languages),
            Is.EqualTo([WordingRead.Of("services/teeth/name", new Wording("Dentiste", Languages[0]))])
        );
    }

    private static JsonObject Body(string json) => JsonNode.Parse(json)!.AsObject();
}
