using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace Kiosk.Core.Schema;

/// <summary>A value of an entry, or one item of a list in it.</summary>
/// <param name="Place">Such as <c>services[3].phones[0].number</c>.</param>
internal sealed record EntryValue(string Place, EntryField Field, object Value);

/// <summary>
/// What an entry of the house file holds, as its record says. The reader of the file, its rules, the forms on the tablet, the columns of
/// HSDS and <c>docs/house.schema.json</c> all follow from it.
/// </summary>
public sealed class EntrySchema
{
    private static readonly ConcurrentDictionary<Type, EntrySchema> Known = new();

    private readonly ConstructorInfo _constructor;

    private EntrySchema(Type type)
    {
        About = type.GetCustomAttribute<EntryAttribute>() ?? throw new ArgumentException($"{type} is no entry.", nameof(type));
        IsWrittenDifferently = About.WrittenAs is not null;
        _constructor = (About.WrittenAs ?? type).GetConstructors().Single();
        Fields =
        [
            .. _constructor.GetParameters().Select(parameter => new EntryField(parameter, parameter.GetCustomAttribute<FieldAttribute>()!)),
        ];
        Keys = Fields.Select(field => field.Key).Concat(About.KeepsHsds ? ["hsds"] : []).ToHashSet();
    }

    public EntryAttribute About { get; }

    /// <summary>In the order in which they are read and told of.</summary>
    public IReadOnlyList<EntryField> Fields { get; }

    /// <summary>Of the file: every key that such an entry may have.</summary>
    public IReadOnlySet<string> Keys { get; }

    /// <summary>The fields are those of another record than the entry's own.</summary>
    public bool IsWrittenDifferently { get; }

    public EntryField this[string key] => Fields.First(field => field.Key == key);

    public static EntrySchema Of<T>() => Of(typeof(T));

    public static EntrySchema Of(Type type) => Known.GetOrAdd(type, one => new EntrySchema(one));

    /// <param name="values">One for each field, in order.</param>
    internal object Create(object?[] values) => _constructor.Invoke(values);

    /// <summary>Every value of an entry and of the entries in it, each item of a list by itself.</summary>
    /// <param name="place">Of the entry itself; empty for the whole house.</param>
    internal static IEnumerable<EntryValue> ValuesIn(object entry, string place)
    {
        var schema = Of(entry.GetType());
        return schema.IsWrittenDifferently
            ? []
            : from field in schema.Fields
            let held = field.ValueIn(entry)
            where held is not null
            from item in Items(field, held, place.Length == 0 ? field.Key : $"{place}.{field.Key}")
            from value in field.Kind == FieldKind.Entry ? ValuesIn(item.Value, item.Place) : [new EntryValue(item.Place, field, item.Value)]
            select value;
    }

    private static IEnumerable<(string Place, object Value)> Items(EntryField field, object held, string place) =>
        field.IsList ? ((IEnumerable)held).Cast<object>().Select((item, index) => ($"{place}[{index}]", item)) : [(place, held)];
}
