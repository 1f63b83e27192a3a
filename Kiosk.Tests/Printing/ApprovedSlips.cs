using Kiosk.Core.Languages;
using Kiosk.Core.Slips;

namespace Kiosk.Tests.Printing;

/// <summary>
/// One slip in five pairs of languages, among them those the demo house does not speak. Scripts: Latin, Arabic, Cyrillic, Ethiopic.
/// </summary>
internal static class ApprovedSlips
{
    public static readonly string[] Pairs = ["fr-nl", "ar-fr", "uk-nl", "ti-fr", "fa-nl"];

    private const string Phone = "+32 2 555 01 42";

    private static readonly Dictionary<string, string[]> Texts = new()
    {
        ["fr"] =
        [
            "Soigner ses dents",
            "Maison médicale du Tisserand",
            "Chaussée du Grand Peuplier 112, 1070 Anderlecht",
            "lundi 23 novembre 09:00–12:30",
            "lundi, mercredi, jeudi 09:00–12:30",
            "Appelez d’abord. Demandez Mme Peeters.",
            "De 0 à 15 €, selon le soin. On vous dit le prix avant.",
            "Carte de mutuelle, si vous en avez une",
            "Vérifié : juin 2026",
            "Photographiez le carré avec un téléphone",
            "Maison inventée, pour l’exemple",
        ],
        ["nl"] =
        [
            "Tanden laten verzorgen",
            "Wijkgezondheidscentrum De Wever",
            "Grote Populierensteenweg 112, 1070 Anderlecht",
            "maandag 23 november 09:00–12:30",
            "maandag, woensdag, donderdag 09:00–12:30",
            "Bel eerst. Vraag naar mevrouw Peeters.",
            "0 tot 15 €, volgens de zorg. U kent de prijs vooraf.",
            "Kaart van het ziekenfonds, als u er een hebt",
            "Nagekeken: juni 2026",
            "Neem het vierkant met een telefoon",
            "Verzonnen huis, als voorbeeld",
        ],
        ["ar"] =
        [
            "علاج الأسنان",
            "بيت الصحة «النسّاج»",
            "Chaussée du Grand Peuplier 112, 1070 Anderlecht",
            "الاثنين 23 نوفمبر من 09:00 إلى 12:30",
            "الاثنين، الأربعاء، الخميس من 09:00 إلى 12:30",
            "اسألوا عن السيدة Peeters في Rue du Pont 12، هاتف +32 2 555 01 42، قبل الظهر.",
            "من 0 إلى 15 يورو حسب العلاج. نقول لكم السعر مسبقاً.",
            "بطاقة التأمين الصحي، إن وُجدت",
            "تم التحقق: يونيو 2026",
            "صوّروا المربع بالهاتف",
            "بيت خيالي للتجربة",
        ],
        ["uk"] =
        [
            "Лікування зубів",
            "Дім здоров’я «Ткач»",
            "Grote Populierensteenweg 112, 1070 Anderlecht",
            "понеділок, 23 листопада 09:00–12:30",
            "понеділок, середа, четвер 09:00–12:30",
            "Спершу зателефонуйте. Запитайте пані Peeters.",
            "Від 0 до 15 €, залежно від лікування.",
            "Картка лікарняної каси, якщо є",
            "Перевірено: червень 2026",
            "Наведіть телефон на квадрат",
            "Вигаданий дім, для прикладу",
        ],
        ["ti"] =
        [
            "ሕክምና ስኒ",
            "ገዛ ጥዕና Le Tisserand",
            "Chaussée du Grand Peuplier 112, 1070 Anderlecht",
            "ሰኑይ 23 ሕዳር 09:00–12:30",
            "ሰኑይ፡ ረቡዕ፡ ሓሙስ 09:00–12:30",
            "ፈለማ ደውሉ። ወይዘሮ Peeters ሕተቱ።",
            "ካብ 0 ክሳብ 15 €",
            "ካርድ መድሕን ጥዕና፡ እንተሃልዩኩም",
            "ዝተረጋገጸ፡ ሰነ 2026",
            "ተሌፎን ናብቲ ርቡዕ ኣቕንዑ",
            "ንኣብነት ዝተፈጥረ ገዛ",
        ],
        ["fa"] =
        [
            "درمان دندان",
            "خانهٔ سلامت «بافنده»",
            "Grote Populierensteenweg 112, 1070 Anderlecht",
            "دوشنبه 23 نوامبر از 09:00 تا 12:30",
            "دوشنبه، چهارشنبه، پنجشنبه از 09:00 تا 12:30",
            "اول زنگ بزنید. سراغ خانم Peeters را بگیرید.",
            "از 0 تا 15 یورو، بسته به درمان.",
            "کارت بیمهٔ درمانی، اگر دارید",
            "بررسی شده: ژوئن 2026",
            "تلفن را روی مربع بگیرید",
            "خانهٔ خیالی، برای نمونه",
        ],
    };

    /// <param name="pair">The visitor's language and the house's: <c>ar-fr</c>.</param>
    public static Slip Of(string pair)
    {
        var visitor = pair[..2];
        var qr =
            $"BEGIN:VCARD\r\nVERSION:3.0\r\nN:{Texts[visitor][0]};;;;\r\nFN:{Texts[visitor][0]}\r\nTEL:+3225550142\r\n"
            + $"ADR:;;{Texts["fr"][2]};;;;BE\r\nEND:VCARD";
        return new Slip("teeth", [Side(visitor), Side(pair[3..]).Without(Side(visitor))], qr, Text(visitor, 9), Text(visitor, 10));
    }

    private static SlipSide Side(string language) =>
        new(
            LanguageTag.Parse(language),
            Text(language, 0),
            Text(language, 1),
            [
                new SlipLine("place", Text(language, 2), LeftToRight: true),
                new SlipLine("today", Text(language, 3)),
                new SlipLine("clock", Text(language, 4)),
                new SlipLine("phone", new Wording(Phone, LanguageTag.Parse(language)), LeftToRight: true),
                new SlipLine("walk-in", Text(language, 5)),
                new SlipLine("pay", Text(language, 6)),
                new SlipLine("bring-papers", Text(language, 7)),
                new SlipLine("fresh", Text(language, 8)),
            ]
        );

    private static Wording Text(string language, int text) =>
        // as the phrase time.range has it
        new(Texts[language][text].Replace("–", "–\u2060", StringComparison.Ordinal), LanguageTag.Parse(language));
}
