using System.Text.Json.Nodes;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Languages;
using Kiosk.Core.Storage;
using Kiosk.Tests.Pictograms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>The guide, edited on a tablet held upright, and what visitors see of it.</summary>
public sealed class GuideTests : StaffBrowserTest
{
    private const string Meal = "/guide/services/midday-meal";

    private HouseEditor Editor => Kiosk.Services.GetRequiredService<HouseEditor>();

    [Test]
    public async Task Hours_changed_on_a_tablet_stand_on_an_open_kiosk()
    {
        var kiosk = await Screen();
        await kiosk.Page.RunAndWaitForResponseAsync(
            () => kiosk.Open("/fr/service/shower"),
            response => response.Url.EndsWith("/live", StringComparison.Ordinal)
        );
        var tablet = await Tablet();
        await tablet.Open("/guide/services/shower");
        await tablet.Touch("#section-hours > summary");
        await tablet.Page.FillAsync("[name='schedules[0].closesAt']", "19:45");
        await tablet.Touch(".save-bar button[value=save]");
        await tablet.Waits(".done");
        await kiosk.Page.Locator("text=/19:45/").First.WaitForAsync();
    }

    [Test]
    public async Task A_drawing_is_brought_and_chosen_in_the_form_itself()
    {
        var tablet = await Tablet();
        await tablet.Open("/guide/rooms/" + Kiosk.House.Rooms[0].Id);
        await tablet.Touch("#section-drawing > summary");
        await tablet.Touch(".drawing-choice > summary");
        await tablet.Touch(".upload > summary");
        await tablet.Page.SetInputFilesAsync(
            "[name=drawing]",
            new FilePayload
            {
                Name = "x.png",
                MimeType = "image/png",
                Buffer = Pngs.Real(),
            }
        );
        await tablet.Page.FillAsync("[name=drawingName]", "Notre salle");
        await tablet.Page.FillAsync("[name=drawingLicence]", "Dessin de la maison");
        await tablet.Touch(".upload button");
        await tablet.Waits(".chosen img");
        await tablet.Touch(".save-bar button[value=save]");
        await tablet.Waits(".done");
        Assert.That(Kiosk.House.Rooms[0].Pictogram, Is.EqualTo("notre-salle"));
    }

    [Test]
    public async Task A_missing_translation_is_marked_and_can_be_filled()
    {
        var key = new EntryKey("services", "clothes");
        var entry = Editor.Find(key)!;
        entry.Body["name"]!.AsObject().Remove("nl");
        Editor.Apply("change.edited", new EntryEdit(key, entry.Body, entry.Version));
        var tablet = await Tablet();
        await tablet.Open("/guide");
        Assert.That(await tablet.Sees(".looks a[href='/guide/services/clothes']"), Is.True);
        await tablet.Touch(".looks a[href='/guide/services/clothes']", "/guide/services/clothes");
        Assert.That(await tablet.Sees("#section-what .badge"), Is.True);
        await tablet.Touch("#section-what > summary");
        Assert.That(await tablet.Page.Locator(".missing").CountAsync(), Is.EqualTo(1));
        await tablet.Page.FillAsync(".missing textarea", "Kleren");
        await tablet.Touch(".save-bar button[value=save]");
        await tablet.Waits(".done");
        Assert.That(Kiosk.House.FindService("clothes")!.Name.Has(LanguageTag.Parse("nl")), Is.True);
        Assert.That(await tablet.Page.Locator(".badge").CountAsync(), Is.Zero);
    }

    [Test]
    public async Task Of_two_tablets_the_second_sees_both_and_chooses_and_nothing_is_lost()
    {
        var (first, second) = (await Tablet(), await Tablet());
        foreach (var tablet in new[] { first, second })
        {
            await tablet.Open("/guide/services/teeth");
            await tablet.Touch("#section-what > summary");
        }

        await first.Page.FillAsync("[name='name.fr']", "Dents d’abord");
        await first.Touch(".save-bar button[value=save]");
        await first.Waits(".done");
        await second.Page.FillAsync("[name='name.fr']", "De bonnes dents");
        await second.Page.FillAsync("[name='description.fr']", "Un dentiste regarde.");
        await second.Touch(".save-bar button[value=save]");
        await second.Waits(".overtaken");
        Assert.That(await second.Page.InnerTextAsync(".versus"), Does.Contain("Dents d’abord").And.Contain("De bonnes dents"));
        Assert.That(await second.Page.Locator(".versus").CountAsync(), Is.EqualTo(1), "what only one of them changed is no question");
        await second.Touch(".side:has([value=theirs])");
        await second.Touch(".overtaken button");
        await second.Waits(".done");
        var service = Kiosk.House.FindService("teeth")!;
        var french = LanguageTag.Parse("fr");
        Assert.That(
            (service.Name.In(french, french).Text, service.Description.In(french, french).Text),
            Is.EqualTo(("Dents d’abord", "Un dentiste regarde."))
        );
    }

    [Test]
    public async Task The_preview_shows_what_is_typed_before_it_is_saved_and_counts_nothing()
    {
        var tablet = await Tablet();
        await tablet.Open(Meal);
        await tablet.Touch("#section-what > summary");
        await tablet.Page.FillAsync("[name='name.fr']", "Repas à essayer");
        var preview = tablet.Page.FrameLocator("iframe[name=preview]");
        await preview.Locator("h1:has-text('Repas à essayer')").WaitForAsync();
        await tablet.Touch("[formtarget=preview][value=ar]");
        await preview.Locator("html[dir=rtl]").WaitForAsync();
        await tablet.Touch(".preview label:has([value=lying])");
        Assert.That(await preview.Locator("html").EvaluateAsync<int>("html => innerWidth"), Is.EqualTo(1920));
        Assert.That(await preview.Locator("script").CountAsync(), Is.Zero);
        Assert.That(tablet.Cells, Is.Empty);
        var french = LanguageTag.Parse("fr");
        Assert.That(Kiosk.House.FindService("midday-meal")!.Name.In(french, french).Text, Is.Not.EqualTo("Repas à essayer"));
    }

    /// <summary>A browser sends a form to one place at a time, and the preview of that moment to none.</summary>
    [Test]
    public async Task What_is_pressed_as_the_preview_comes_in_sight_is_done()
    {
        const string comesInSight =
            "IntersectionObserver = class { constructor(seen) { window.comesInSight = () => seen([{ isIntersecting: true }], this); }"
            + " observe() {} disconnect() {} }";
        var tablet = await Tablet();
        await tablet.ChangedPage.AddInitScriptAsync(comesInSight);
        await tablet.Open(Meal);
        await tablet.Touch("#section-what > summary");
        await tablet.Page.FillAsync("[name='name.fr']", "Repas vite noté");
        await tablet.Page.EvaluateAsync("() => { document.querySelector('.save-bar button[value=save]').click(); comesInSight(); }");
        await tablet.Waits(".done");
    }

    [Test]
    public async Task Without_script_rows_come_and_go_and_nothing_typed_is_lost()
    {
        var tablet = await Tablet(scripts: false);
        await tablet.Open(Meal);
        await tablet.Touch("#section-contact > summary");
        await tablet.Page.FillAsync("[name=email]", "repas@le-pont.example");
        await tablet.Touch("[value='add:phones']");
        Assert.That(await tablet.Page.InputValueAsync("[name=email]"), Is.EqualTo("repas@le-pont.example"));
        await tablet.Page.FillAsync("[name='phones[1].number']", "+32 2 555 01 99");
        await tablet.Touch("[value='remove:phones[0]']");
        Assert.That(await tablet.Page.InputValueAsync("[name='phones[0].number']"), Is.EqualTo("+32 2 555 01 99"));
        await tablet.Touch(".save-bar button[value=save]");
        await tablet.Waits(".done");
        Assert.That(Kiosk.House.FindService("midday-meal")!.Phones.Select(phone => phone.Number), Is.EqualTo(new[] { "+32 2 555 01 99" }));
    }

    [Test]
    public async Task What_is_wrong_is_said_beside_its_field_and_stays_typed()
    {
        var tablet = await Tablet();
        await tablet.Open("/guide/services/psychologist");
        await tablet.Touch("#section-contact > summary");
        await tablet.Page.FillAsync("[name='phones[0].number']", "call me");
        await tablet.Touch(".save-bar button[value=save]");
        await tablet.Waits("#phones .wrong");
        Assert.That(await tablet.Page.InputValueAsync("[name='phones[0].number']"), Is.EqualTo("call me"));
        Assert.That(await tablet.Page.InnerTextAsync("#phones .wrong"), Does.Contain("+32 2 555 01 02"));
    }

    [Test]
    public async Task Hours_that_overlap_are_refused_in_words()
    {
        var tablet = await Tablet();
        await tablet.Open("/guide/services/grocery");
        await tablet.Touch("#section-hours > summary");
        await tablet.Touch("[value='add:schedules']");
        var last = Kiosk.House.FindService("grocery")!.Schedules.Count;
        foreach (var day in new[] { "MO", "TU", "WE", "TH", "FR", "SA", "SU" })
        {
            await tablet.Page.CheckAsync($"[name='schedules[{last}].days'][value={day}]", new() { Force = true });
        }

        await tablet.Page.FillAsync($"[name='schedules[{last}].opensAt']", "00:30");
        await tablet.Page.FillAsync($"[name='schedules[{last}].closesAt']", "23:30");
        await tablet.Touch(".save-bar button[value=save]");
        await tablet.Waits("#schedules .wrong");
        Assert.That(await tablet.Page.InnerTextAsync("#schedules .wrong"), Does.Contain("00:30–23:30"));
        Assert.That(Kiosk.House.FindService("grocery")!.Schedules, Has.Count.EqualTo(last));
    }

    [Test]
    public async Task A_topic_cannot_be_part_of_what_is_part_of_it()
    {
        var tablet = await Tablet();
        await tablet.Open("/guide/topics/food");
        await tablet.Touch("#section-what > summary");
        await tablet.Page.SelectOptionAsync("[name=parentId]", "food-meal");
        await tablet.Touch(".save-bar button[value=save]");
        await tablet.Waits(".wrong");
        Assert.That(Kiosk.House.FindTopic("food")!.ParentId, Is.Null);
    }

    [Test]
    public async Task What_others_need_is_not_removed_and_says_which()
    {
        var room = Kiosk.House.Activities[0].RoomId;
        var tablet = await Tablet();
        await tablet.Open("/guide/rooms/" + room);
        await tablet.Touch(".removal summary");
        await tablet.Touch(".removal button");
        await tablet.Waits($".wrong a[href='/guide/activities/{Kiosk.House.Activities[0].Id}']");
        Assert.That(Editor.Find(new EntryKey("rooms", room)), Is.Not.Null);
    }

    [Test]
    public async Task A_new_room_gets_an_id_of_its_name_and_can_be_removed()
    {
        var tablet = await Tablet();
        await tablet.Open("/guide/rooms/new");
        await tablet.Page.FillAsync("[name='name.fr']", "Véranda d’hiver");
        await tablet.Touch(".drawing:has([value=room-garden])");
        await tablet.Touch(".save-bar button[value=save]");
        await tablet.Waits(".done");
        Assert.That(tablet.Shown, Does.StartWith("/guide/rooms/veranda-d-hiver?"));
        await tablet.Touch(".removal summary");
        await tablet.Touch(".removal button");
        await tablet.Waits(".done");
        Assert.That(Editor.Find(new EntryKey("rooms", "veranda-d-hiver")), Is.Null);
    }

    [TestCase("reunion", "Réunion")]
    [TestCase("ÉNERGIE", "Énergie")]
    [TestCase("vergadering", "Réunion", TestName = "{m}: by what it stands for in another language of the house")]
    public async Task A_drawing_is_found_by_its_name_with_or_without_accents(string typed, string name)
    {
        var tablet = await Tablet();
        await tablet.Open("/guide/rooms/new");
        await tablet.Page.FillAsync("[data-search=drawings]", typed);
        Assert.That(await tablet.Page.Locator(".drawing-choice .drawing:visible").AllInnerTextsAsync(), Has.One.EqualTo(name));
        Assert.That(await tablet.Page.Locator(".drawing-choice .drawing:has([value=teeth])").IsVisibleAsync(), Is.False);
    }

    [Test]
    public async Task Checked_today_is_one_touch()
    {
        var old = Kiosk.House.Services.OrderBy(service => service.AssuredDate).First();
        var tablet = await Tablet();
        await tablet.Open("/guide/services/" + old.Id);
        Assert.That(await tablet.Sees(".fresh-old"), Is.True);
        await tablet.Touch(".fresh button");
        await tablet.Waits(".done");
        Assert.That(await tablet.Sees(".fresh-old"), Is.False);
        Assert.That(Kiosk.House.FindService(old.Id)!.AssuredDate.ToString("uuuu-MM-dd", null), Is.EqualTo("2026-11-20"));
    }

    [Test]
    public async Task A_topic_moves_before_its_neighbour()
    {
        var before = Kiosk.House.HomeTopics.Select(topic => topic.Id).ToList();
        var tablet = await Tablet();
        await tablet.Open("/guide/topics");
        await tablet.Touch($"[id='{before[1]}'] button[value=true]");
        await tablet.Waits(".done");
        Assert.That(Kiosk.House.HomeTopics.Select(topic => topic.Id).Take(2), Is.EqualTo(new[] { before[1], before[0] }));
    }

    public static IEnumerable<TestCaseData> BadDrawings =>
        [
            new TestCaseData(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><script>alert(1)</script></svg>"u8.ToArray(),
                "programme"
            ).SetArgDisplayNames("script"),
            new TestCaseData(
                "<!DOCTYPE svg [<!ENTITY a 'a'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>"u8.ToArray(),
                "entités"
            ).SetArgDisplayNames("bomb"),
            new TestCaseData(new byte[50 * 1024 * 1024], "trop grand").SetArgDisplayNames("50 MB"),
            new TestCaseData("%PDF-1.7"u8.ToArray(), "ni un SVG ni un PNG").SetArgDisplayNames("PDF"),
        ];

    [TestCaseSource(nameof(BadDrawings))]
    public async Task A_bad_drawing_is_refused_in_words(byte[] file, string word)
    {
        var tablet = await Tablet();
        await tablet.Open("/guide/drawings");
        await tablet.Touch(".upload > summary");
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, file);
        await tablet.Page.SetInputFilesAsync("[name=drawing]", path);
        await tablet.Page.FillAsync("[name=drawingLicence]", "Ann");
        await tablet.Touch(".upload button");
        await tablet.Waits(".wrong");
        File.Delete(path);
        Assert.That(await tablet.Page.InnerTextAsync(".wrong"), Does.Contain(word));
        Assert.That(
            Directory.Exists(Path.Combine(Kiosk.DataFolder, "pictograms"))
                && Directory.EnumerateFiles(Path.Combine(Kiosk.DataFolder, "pictograms"), "tmp*").Any(),
            Is.False
        );
    }

    /// <summary>A browser forgets the file with each answer; the kiosk does not.</summary>
    [TestCase("/guide/drawings", false)]
    [TestCase("/guide/rooms/kitchen", true)]
    public async Task A_drawing_whose_form_has_a_mistake_keeps_its_file_and_all_that_was_written(string path, bool inAForm)
    {
        var tablet = await Tablet();
        await tablet.Open(path);
        foreach (
            var summary in inAForm
                ? ["#section-drawing > summary", ".drawing-choice > summary", ".upload > summary"]
                : (string[])[".upload > summary"]
        )
        {
            await tablet.Touch(summary);
        }

        await tablet.Page.SetInputFilesAsync(
            "[name=drawing]",
            new FilePayload
            {
                Name = "four.png",
                MimeType = "image/png",
                Buffer = Pngs.Real(),
            }
        );
        await tablet.Page.FillAsync("[name=drawingName]", "Notre four");
        await tablet.Page.CheckAsync("[name=drawingShown]");
        await tablet.Touch(".upload button");
        await tablet.Waits(".upload .wrong");
        Assert.That(await tablet.Page.InputValueAsync("[name=drawingName]"), Is.EqualTo("Notre four"));
        Assert.That(await tablet.Page.IsCheckedAsync("[name=drawingShown]"));
        Assert.That(await tablet.Page.InnerTextAsync(".drawing-kept"), Does.Contain("four.png"));
        await tablet.Page.FillAsync("[name=drawingLicence]", "Ann");
        await tablet.Touch(".upload button");
        await tablet.Waits(inAForm ? ".chosen img" : "#notre-four");
        Assert.That(Kiosk.Services.GetRequiredService<App.Houses.Pictograms>().Set.Find("notre-four")?.Credit?.Shown, Is.True);
    }

    [Test]
    public async Task A_notice_that_is_refused_keeps_its_words_its_day_and_its_hour()
    {
        var tablet = await Tablet();
        await tablet.Open("/notice");
        await tablet.Page.FillAsync("[name='text[nl]']", "Vandaag soep");
        await tablet.Page.FillAsync("[name=to]", "2026-12-01");
        await tablet.Page.FillAsync("[name=until]", "15:30");
        await tablet.Touch("form[action='/notice'] button.main");
        await tablet.Waits(".wrong");
        Assert.That(
            (
                await tablet.Page.InputValueAsync("[name='text[nl]']"),
                await tablet.Page.InputValueAsync("[name=to]"),
                await tablet.Page.InputValueAsync("[name=until]")
            ),
            Is.EqualTo(("Vandaag soep", "2026-12-01", "15:30"))
        );
    }

    [Test]
    public async Task Every_form_opens_and_saves_as_it_is()
    {
        var tablet = await Tablet();
        var before = Kiosk.Services.GetRequiredService<HouseDatabase>().ToHouseFile();
        foreach (
            var path in (string[])
                [
                    "/guide/house",
                    Meal,
                    "/guide/topics/food",
                    "/guide/organizations/le-pont",
                    "/guide/locations/le-pont",
                    "/guide/people/" + Kiosk.House.Presences[0].Id,
                    "/guide/activities/" + Kiosk.House.Activities[0].Id,
                ]
        )
        {
            await tablet.Open(path);
            await tablet.Touch(".save-bar button[value=save]");
            await tablet.Waits(".done");
            Assert.That(new Uri(tablet.Page.Url).Query, Is.EqualTo("?done=0"), path);
        }

        Assert.That(
            JsonNode.DeepEquals(JsonNode.Parse(Kiosk.Services.GetRequiredService<HouseDatabase>().ToHouseFile()), JsonNode.Parse(before)),
            Is.True
        );
    }
}
