using System.Globalization;
using System.Text.Json.Nodes;
using Kiosk.Core.Languages;
using Kiosk.Core.Schema;
using Kiosk.Core.Services;

namespace Kiosk.Core.Exchange.Hsds;

internal sealed class PhonePiece() : HsdsPiece(HsdsNames.Phones, "phones")
{
    private static readonly TextField Description = new("description", "description");

    public override IReadOnlyList<TextField> Texts => [Description];

    public override PieceReading Read(HsdsRow row, HsdsScope scope)
    {
        var number = row["number"].Trim();
        if (!number.Any(char.IsAsciiDigit) || number.Any(c => !char.IsAsciiDigit(c) && !"+ ()/.-".Contains(c, StringComparison.Ordinal)))
        {
            return new(null, $"'{number}' is no phone number: write it with digits and spaces, such as +32 2 555 01 02.");
        }

        var phone = new JsonObject { ["number"] = number };
        return new(phone, Description.Read(row, phone, scope));
    }

    public override void Write(JsonNode value, HsdsRow row, HsdsScope scope)
    {
        row["number"] = value["number"]!.ToString();
        row["type"] = "voice";
        if (value["description"] is { } description)
        {
            Description.Write(description, row, scope);
        }
    }
}

internal sealed class LanguagePiece() : HsdsPiece(HsdsNames.Languages, "languages")
{
    private static readonly Lazy<Dictionary<string, string>> TagsByName = new(() =>
        CultureInfo
            .GetCultures(CultureTypes.NeutralCultures)
            .Where(culture => LanguageTag.TryParse(culture.Name, out _))
            .SelectMany(
                culture => new[] { culture.EnglishName, culture.NativeName, culture.ThreeLetterISOLanguageName },
                (culture, name) => (name, culture.Name)
            )
            .GroupBy(pair => pair.name, pair => pair.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase)
    );

    public override PieceReading Read(HsdsRow row, HsdsScope scope)
    {
        var code = row["code"].Trim().ToLowerInvariant().Split('-', '_')[0];
        return (TagOf(code) ?? TagOf(row["name"].Trim())) is not { } tag
            ? new(
                null,
                $"'{(code.Length > 0 ? row["code"] : row["name"])}' is no language that is known: write its code of ISO 639, such "
                    + "as fr or ar."
            )
            : new(tag);
    }

    public override void Write(JsonNode value, HsdsRow row, HsdsScope scope)
    {
        row["name"] = LanguageTag.Parse(value.ToString()).NativeName;
        row["code"] = value.ToString();
    }

    /// <summary>Three letters too (ISO 639-2 and 639-3), where the language has two; else as they are.</summary>
    private static string? TagOf(string word) =>
        TagsByName.Value.TryGetValue(word, out var tag) ? tag
        : LanguageTag.TryParse(word, out var known) ? known.Value
        : null;
}

internal sealed class RequiredDocumentPiece() : HsdsPiece(HsdsNames.RequiredDocuments, Keys.RequiredDocuments)
{
    private static readonly TextField Document = new("text", "document");

    public override IReadOnlyList<TextField> Texts => [Document];

    public override PieceReading Read(HsdsRow row, HsdsScope scope)
    {
        var holder = new JsonObject();
        var remark = Document.Read(row, holder, scope);
        var text = holder["text"]?.DeepClone();
        return new(text, text is null ? "There is no document in this row: write which paper to bring." : remark);
    }

    public override void Write(JsonNode value, HsdsRow row, HsdsScope scope) => Document.Write(value, row, scope);
}

/// <summary>The topics that lead to a service.</summary>
internal sealed class TopicPiece() : HsdsPiece(HsdsNames.Attributes, Keys.TopicIds)
{
    public override PieceReading Read(HsdsRow row, HsdsScope scope) => new(scope.SlugOf("topics", row["taxonomy_term_id"]));

    public override void Write(JsonNode value, HsdsRow row, HsdsScope scope) =>
        row["taxonomy_term_id"] = scope.UuidOf("topics", value.ToString());
}

/// <summary>Where a service is. The house shows one place; the others are kept.</summary>
internal sealed class PlacePiece() : HsdsPiece(HsdsNames.ServiceAtLocation, Keys.LocationId)
{
    public override bool IsSingle => true;

    public override PieceReading Read(HsdsRow row, HsdsScope scope) =>
        new(scope.SlugOf("locations", row["location_id"]) ?? row["location_id"]);

    public override void Write(JsonNode value, HsdsRow row, HsdsScope scope) =>
        row["location_id"] = scope.UuidOf("locations", value.ToString());
}

internal sealed class AddressPiece() : HsdsPiece(HsdsNames.Addresses, "address")
{
    private static readonly HsdsField[] Fields = [.. EntrySchema.Of<Address>().Fields.Select(HsdsField.Of)];

    public override bool IsSingle => true;

    public override IReadOnlyList<TextField> Texts => [.. Fields.OfType<TextField>()];

    public override PieceReading Read(HsdsRow row, HsdsScope scope)
    {
        if (row["address_type"] is "postal" or "virtual")
        {
            return default;
        }

        var address = new JsonObject();
        var remarks = Fields.Select(field => field.Read(row, address, scope)).ToList();
        if (address["country"]?.ToString().ToUpperInvariant() is { } country)
        {
            address["country"] = country;
        }

        return new(address, remarks.Find(remark => remark is not null));
    }

    public override void Write(JsonNode value, HsdsRow row, HsdsScope scope)
    {
        foreach (var field in Fields.Where(field => value[field.Key] is not null))
        {
            field.Write(value[field.Key]!, row, scope);
        }

        row["state_province"] = ""; // HSDS asks for the column; the house does not know it
        row["address_type"] = "physical";
    }
}

/// <summary>Whether a wheelchair gets in: a sentence for other programs, <c>x_wheelchair_access</c> for ours.</summary>
internal sealed class AccessibilityPiece() : HsdsPiece(HsdsNames.Accessibility, Keys.WheelchairAccess)
{
    private static readonly FlagField Flag = new("flag", "x_wheelchair_access");

    public override bool IsSingle => true;

    public override PieceReading Read(HsdsRow row, HsdsScope scope)
    {
        var holder = new JsonObject();
        var remark = Flag.Read(row, holder, scope);
        return new(holder["flag"]?.DeepClone(), remark);
    }

    public override void Write(JsonNode value, HsdsRow row, HsdsScope scope)
    {
        row["description"] = value.GetValue<bool>() ? "Wheelchair access" : "No wheelchair access";
        Flag.Write(value, row, scope);
    }
}

/// <summary>That a service costs nothing: one option of 0. Other prices stand in words, in <c>fees_description</c>.</summary>
internal sealed class FreePiece() : HsdsPiece(HsdsNames.CostOptions, Keys.CostFree)
{
    public override bool IsSingle => true;

    /// <summary>A price is read with the service's own columns; the option is kept.</summary>
    public override PieceReading Read(HsdsRow row, HsdsScope scope) => new(AmountOf(row) == 0 ? true : null);

    public override void Write(JsonNode value, HsdsRow row, HsdsScope scope)
    {
        row["currency"] = "EUR";
        row["amount"] = "0";
    }

    public override IReadOnlyList<JsonNode> ValuesOf(JsonObject entry) =>
        entry[Key] is JsonValue free && free.GetValue<bool>() ? [free] : [];

    /// <summary>Whether the service is free is decided by all options together, in <see cref="ServiceGaps"/>.</summary>
    public override void Put(JsonObject entry, IReadOnlyList<JsonNode> values) { }

    public static decimal? AmountOf(HsdsRow row) =>
        decimal.TryParse(row["amount"], NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? amount : null;
}
