using System.Collections.Frozen;

namespace Kiosk.Core.Exchange.Hsds;

/// <summary>A table of HSDS.</summary>
/// <param name="Name">Of its CSV file, without <c>.csv</c>.</param>
/// <param name="Singular">Of the object, as other tables refer to it: <c>service</c> in <c>service_id</c>.</param>
internal sealed record HsdsTableName(string Name, string Singular);

/// <summary>
/// The tables of HSDS 3.2 and how they hang together; https://github.com/openreferral/specification, folder schema, branch 3.2.
/// </summary>
internal static class HsdsNames
{
    public const string Organizations = "organizations";
    public const string Locations = "locations";
    public const string Services = "services";
    public const string ServiceAtLocation = "service_at_location";
    public const string Addresses = "addresses";
    public const string Accessibility = "accessibility";
    public const string Phones = "phones";
    public const string Schedules = "schedules";
    public const string Languages = "languages";
    public const string RequiredDocuments = "required_documents";
    public const string CostOptions = "cost_options";
    public const string Attributes = "attributes";
    public const string Taxonomies = "taxonomies";
    public const string TaxonomyTerms = "taxonomy_terms";
    public const string Descriptions = "meta_table_descriptions";

    /// <summary>In the order in which they are written; what others refer to comes first.</summary>
    public static readonly IReadOnlyList<HsdsTableName> Tables =
    [
        new(Organizations, "organization"),
        new(Locations, "location"),
        new(Addresses, "address"),
        new(Accessibility, "accessibility"),
        new(Taxonomies, "taxonomy"),
        new(TaxonomyTerms, "taxonomy_term"),
        new("programs", "program"),
        new("units", "unit"),
        new(Services, "service"),
        new(ServiceAtLocation, "service_at_location"),
        new("contacts", "contact"),
        new(Phones, "phone"),
        new(Schedules, "schedule"),
        new(Languages, "language"),
        new(RequiredDocuments, "required_document"),
        new(CostOptions, "cost_option"),
        new("service_areas", "service_area"),
        new("service_capacity", "service_capacity"),
        new("funding", "funding"),
        new("organization_identifiers", "organization_identifier"),
        new("urls", "url"),
        new(Attributes, "attribute"),
        new("metadata", "metadata"),
        new(Descriptions, "meta_table_description"),
    ];

    public static readonly FrozenDictionary<string, string> Singulars = Tables.ToFrozenDictionary(
        table => table.Name,
        table => table.Singular
    );

    /// <summary>What JSON calls the rows of another table inside an object, where it is not the table's own name.</summary>
    public static readonly FrozenDictionary<string, string> TableOfList = new Dictionary<string, string>
    {
        ["service_at_locations"] = ServiceAtLocation,
        ["additional_urls"] = "urls",
        ["additional_websites"] = "urls",
        ["capacities"] = "service_capacity",
    }.ToFrozenDictionary();

    /// <summary>One row of another table inside an object, to which the object refers by <c>…_id</c>.</summary>
    public static readonly FrozenDictionary<string, (string Table, string Column)> TableOfObject = new Dictionary<string, (string, string)>
    {
        ["organization"] = (Organizations, "organization_id"),
        ["program"] = ("programs", "program_id"),
        ["location"] = (Locations, "location_id"),
        ["taxonomy_term"] = (TaxonomyTerms, "taxonomy_term_id"),
        ["taxonomy_detail"] = (Taxonomies, "taxonomy_id"),
        ["unit"] = ("units", "unit_id"),
    }.ToFrozenDictionary();

    /// <summary>Columns that are numbers in JSON.</summary>
    public static readonly FrozenSet<string> Numbers = new[]
    {
        "interval",
        "count",
        "amount",
        "minimum_age",
        "maximum_age",
        "latitude",
        "longitude",
        "timezone",
        "extension",
        "year_incorporated",
        "available",
        "maximum",
    }.ToFrozenSet();

    /// <summary>The table of a list in JSON or of a file name; null when HSDS has none of that name.</summary>
    public static string? TableOf(string name) => Singulars.ContainsKey(name) ? name : TableOfList.GetValueOrDefault(name);

    /// <summary>
    /// The column by which a row of <paramref name="child"/> names the row of <paramref name="parent"/> that it belongs to.
    /// </summary>
    public static string ParentColumn(string child, string parent) =>
        child switch
        {
            Attributes => "link_id",
            "metadata" => "resource_id",
            _ => Singulars[parent] + "_id",
        };

    /// <summary>The column by which <see cref="Attributes"/> and metadata say of which kind the row is that they belong to.</summary>
    public static string? KindColumn(string child) =>
        child switch
        {
            Attributes => "link_entity",
            "metadata" => "resource_type",
            _ => null,
        };
}
