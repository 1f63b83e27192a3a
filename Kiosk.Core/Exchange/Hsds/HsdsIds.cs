using System.Globalization;

namespace Kiosk.Core.Exchange.Hsds;

/// <summary>
/// The UUIDs of a house's entries. The house names its entries by readable words, HSDS by UUIDs: the same entry has the same one in every
/// export, and one that came from elsewhere keeps its own.
/// </summary>
internal sealed class HsdsIds(string houseId)
{
    /// <summary>UUIDs of this program are made in this namespace; chosen at random once, and for good.</summary>
    private static readonly Guid Namespace = new("6f2c1a1e-6c0b-4a43-9d0e-3b1f4e7a90c5");

    public string Entry(string list, string id) => Of($"{list}/{id}");

    /// <summary>Of a row that belongs to an entry, by its place among its like, counted from 0.</summary>
    public string Piece(string list, string id, string table, int index) =>
        Of(string.Create(CultureInfo.InvariantCulture, $"{list}/{id}/{table}/{index}"));

    public string Of(string what) => NameBasedUuid.Of(Namespace, $"{houseId}/{what}").ToString();
}
