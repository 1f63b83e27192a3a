using System.Globalization;
using System.Text.Json.Nodes;
using Kiosk.Core.Schema;

namespace Kiosk.Core.Exchange.Hsds;

/// <summary>
/// What the house must know of a service and a foreign data set does not say. Each guess is the one that harms least when it is wrong:
/// nothing is called free, anonymous or open to walk in because nobody said otherwise.
/// </summary>
internal static class ServiceGaps
{
    /// <summary>Stands for "nobody said when"; staff see it as long overdue.</summary>
    private const string NeverAssured = "2000-01-01";

    private static readonly Dictionary<string, string> AskThePrice = new()
    {
        ["fr"] = "Prix à demander sur place.",
        ["nl"] = "Vraag ter plaatse wat het kost.",
        ["en"] = "Ask there what it costs.",
        ["de"] = "Den Preis bitte dort erfragen.",
    };

    public static void Fill(HsdsEntry entry, HsdsRow row, HsdsData data, JsonObject house, HsdsWishes wishes, Action<string> remark)
    {
        if (entry.Kind != HsdsKinds.Services)
        {
            return;
        }

        var service = entry.Body;
        FillTopics(service, house, wishes);
        service.TryAdd("description", service["name"]?.DeepClone());
        service.TryAdd(Keys.Access, service[Keys.Phones] is null && service["email"] is null ? "walk-in" : "appointment");
        service.TryAdd(Keys.Anonymity, "no");
        service.TryAdd(Keys.AssuredDate, NeverAssured);
        FillPrice(service, row, data, house, remark);
    }

    private static void FillTopics(JsonObject service, JsonObject house, HsdsWishes wishes)
    {
        if (service[Keys.TopicIds] is not JsonArray { Count: > 0 } && wishes.TopicForOthers is { } topic)
        {
            service[Keys.TopicIds] = new JsonArray(topic);
        }

        if (service[Keys.Pictogram] is null)
        {
            var topics = HsdsScope.Entries(house, "topics").ToLookup(t => t["id"]?.ToString());
            var first = (service[Keys.TopicIds] as JsonArray ?? []).SelectMany(id => topics[id!.ToString()]).FirstOrDefault();
            service[Keys.Pictogram] =
                first?[Keys.Pictogram]?.ToString() ?? wishes.Pictograms.Order(StringComparer.Ordinal).FirstOrDefault();
        }
    }

    private static void FillPrice(JsonObject service, HsdsRow row, HsdsData data, JsonObject house, Action<string> remark)
    {
        if (!row.Says(HsdsKinds.FreeColumn) && data.Says(row, HsdsNames.CostOptions))
        {
            var options = data.Where(HsdsNames.CostOptions, "service_id", row.Id).ToList();
            if (options.Count > 0)
            {
                service[Keys.CostFree] = options.All(option => FreePiece.AmountOf(option) == 0);
                FillFees(service, options, house);
            }
        }

        service.TryAdd(Keys.CostFree, false);
        if (service[Keys.CostFree]?.GetValueKind() == System.Text.Json.JsonValueKind.False && service[Keys.FeesDescription] is null)
        {
            var language = house["house"]!["languages"]![0]!.ToString();
            service[Keys.FeesDescription] = new JsonObject { [language] = AskThePrice.GetValueOrDefault(language) ?? AskThePrice["en"] };
            remark("It is not said what this costs: the screen says to ask there.");
        }
    }

    private static void FillFees(JsonObject service, List<HsdsRow> options, JsonObject house)
    {
        if (service[Keys.CostFree]!.GetValue<bool>() || service[Keys.FeesDescription] is not null)
        {
            return;
        }

        var prices = options
            .Where(option => FreePiece.AmountOf(option) is not null)
            .Select(option =>
                string.Create(
                        CultureInfo.InvariantCulture,
                        $"{option["amount"]} {option["currency"].ToUpperInvariant()} {option["option"]} {option["amount_description"]}"
                    )
                    .Trim()
            );
        if (PlainText.Shortened(string.Join("; ", prices)) is { Length: > 0 } text)
        {
            service[Keys.FeesDescription] = new JsonObject { [house["house"]!["languages"]![0]!.ToString()] = text };
        }
    }
}
