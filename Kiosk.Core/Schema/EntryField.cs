using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kiosk.Core.Languages;
using NodaTime;

namespace Kiosk.Core.Schema;

/// <summary>One field of an entry: what a parameter of a record and its <see cref="FieldAttribute"/> say.</summary>
public sealed class EntryField
{
    private readonly PropertyInfo _property;

    internal EntryField(ParameterInfo parameter, FieldAttribute about)
    {
        (About, Key) = (about, KeyOf(parameter.Name!));
        _property = parameter.Member.DeclaringType!.GetProperty(parameter.Name!)!;
        var type = parameter.ParameterType;
        IsList = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
        IsNullable = Nullable.GetUnderlyingType(type) is not null || IsNullReference(parameter);
        ItemType = IsList ? type.GetGenericArguments()[0] : Nullable.GetUnderlyingType(type) ?? type;
        Kind = KindOf(ItemType, about);
        Words = Kind == FieldKind.Choice ? WordsOf(ItemType) : [];
    }

    /// <summary>In the house file.</summary>
    public string Key { get; }

    /// <summary>In the record.</summary>
    public string Property => _property.Name;

    public FieldAttribute About { get; }

    public FieldKind Kind { get; }

    public bool IsList { get; }

    /// <summary>It is null when it is left out.</summary>
    public bool IsNullable { get; }

    /// <summary>A file without it is refused. A list that is left out is empty.</summary>
    public bool IsRequired => IsList ? About.NoneSentence is not null : !IsNullable && !About.IsOptional && About.Otherwise == 0;

    /// <summary>The type of what it holds; for a list, of one item.</summary>
    public Type ItemType { get; }

    /// <summary>Of a choice: its words, each with the value that it stands for.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> Words { get; }

    /// <summary>The column of HSDS in which it stands.</summary>
    public string HsdsColumn => About.Hsds ?? "x_" + JsonNamingPolicy.SnakeCaseLower.ConvertName(Key);

    /// <summary>What an entry holds of it.</summary>
    public object? ValueIn(object entry) => _property.GetValue(entry);

    /// <summary>The key of a record's property: <c>costFree</c> for <c>nameof(Service.CostFree)</c>.</summary>
    public static string KeyOf(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    private static bool IsNullReference(ParameterInfo parameter) =>
        !parameter.ParameterType.IsValueType && new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;

    private static FieldKind KindOf(Type type, FieldAttribute about) =>
        about.In is not null ? FieldKind.Reference
        : type == typeof(LocalizedText) ? FieldKind.Text
        : type == typeof(string) ? FieldKind.Line
        : type == typeof(bool) ? FieldKind.Flag
        : type == typeof(int) ? FieldKind.WholeNumber
        : type == typeof(LocalDate) ? FieldKind.Date
        : type == typeof(LocalTime) ? FieldKind.Time
        : type == typeof(LanguageTag) ? FieldKind.Language
        : type.IsEnum ? FieldKind.Choice
        : FieldKind.Entry;

    private static List<KeyValuePair<string, object>> WordsOf(Type type) =>
        [
            .. from member in type.GetFields(BindingFlags.Public | BindingFlags.Static)
            where member.GetCustomAttribute<JsonStringEnumMemberNameAttribute>() is not null
            select KeyValuePair.Create(member.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()!.Name, member.GetValue(null)!),
        ];
}
