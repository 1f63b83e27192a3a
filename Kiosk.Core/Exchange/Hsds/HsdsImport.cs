using System.Text.Json.Nodes;
using Kiosk.Core.Languages;
using Kiosk.Core.Schema;

namespace Kiosk.Core.Exchange.Hsds;

/// <summary>What a house asks of an import.</summary>
/// <param name="Pictograms">Names of the drawings there are.</param>
/// <param name="TopicForOthers">The topic for services to which no topic of the house leads; null to refuse them.</param>
public sealed record HsdsWishes(IReadOnlySet<string> Pictograms, string? TopicForOthers = null);

/// <summary>Lays an HSDS data set over a house: entries are added and changed, never removed.</summary>
public sealed class HsdsImport
{
    private readonly HsdsData _data;
    private readonly HsdsWishes _wishes;
    private readonly JsonObject _before;
    private readonly JsonObject _house;
    private readonly HsdsScope _scope;
    private readonly HsdsOwners _owners;
    private readonly List<RowProblem> _problems = [];
    private readonly List<RowProblem> _remarks = [];
    private readonly Dictionary<(string List, string Id), Place> _places = [];
    private readonly HashSet<HsdsRow> _read = [];
    private readonly Dictionary<(string List, string Id), JsonObject> _bodies = [];

    private HsdsImport(HsdsData data, JsonObject house, HsdsWishes wishes)
    {
        (_data, _before, _wishes) = (data, house, wishes);
        _house = house.DeepClone().AsObject();
        _scope = new HsdsScope(_house, LanguageOf(data));
        _owners = new HsdsOwners(data);
        _problems.AddRange(data.Problems);
        foreach (
            var (list, entry) in HsdsKinds.All.SelectMany(kind => HsdsScope.Entries(_house, kind.List).Select(entry => (kind.List, entry)))
        )
        {
            _bodies.TryAdd((list, entry["id"]!.ToString()), entry);
        }
    }

    /// <param name="data">What was brought in.</param>
    /// <param name="house">The house file in force.</param>
    /// <param name="wishes">What the house asks.</param>
    public static ImportPlan Plan(HsdsData data, JsonObject house, HsdsWishes wishes) => new HsdsImport(data, house, wishes).Plan();

    private ImportPlan Plan()
    {
        if (HsdsKinds.All.All(kind => _data[kind.Table].Count == 0))
        {
            return ImportPlan.Nothing([
                .. _problems,
                new RowProblem(
                    new Place("HSDS"),
                    "There is nothing to take here: HSDS keeps its services in services.csv, its organizations in organizations.csv."
                ),
            ]);
        }

        var rows = HsdsKinds.All.Select(kind => (Kind: kind, Rows: Named(kind).ToList())).ToList();
        var keeping = rows.SelectMany(kind => kind.Rows.Select(row => Read(kind.Kind, row.Row, row.Slug))).ToList();
        keeping.Add(ReadHouse());
        KeepOthers(keeping);
        foreach (var entry in keeping)
        {
            entry.Keeping.PutInto(entry.Body);
        }

        Translate(keeping);
        return HouseAssembly.Check(
            new HouseProposal(_before, _house, _places, HsdsKinds.WordsForMissing, [], _problems, _remarks),
            _wishes.Pictograms
        );
    }

    private static string? LanguageOf(HsdsData data) =>
        data[HsdsNames.Descriptions]
            .Select(row => row["language"].Trim().ToLowerInvariant())
            .FirstOrDefault(language => LanguageTag.TryParse(language, out _));

    /// <summary>The rows of a kind that can be entries, each with the id it has or gets in the house.</summary>
    private IEnumerable<(HsdsRow Row, string Slug)> Named(HsdsKind kind)
    {
        var seen = new Dictionary<string, Place>();
        foreach (var row in _data[kind.Table].Where(row => IsEntry(kind, row)))
        {
            if (WhyNot(kind, row, seen) is { } sentence)
            {
                _problems.Add(new RowProblem(row.Place, sentence));
                _owners.Refuse(row);
                continue;
            }

            var slug = _scope.SlugOf(kind.List, row.Id) ?? (_scope.Has(kind.List, row.Id) ? row.Id : null);
            if (slug is null)
            {
                slug = ReadableId.For(WantedSlug(kind, row), PlainText.From(row["name"]), row.Id, taken => _scope.Has(kind.List, taken));
                _scope.Know(kind.List, slug, row.Id);
            }

            yield return (row, slug);
        }
    }

    private static string WantedSlug(HsdsKind kind, HsdsRow row) => row[kind == HsdsKinds.Topics ? "code" : HsdsKinds.SlugColumn];

    /// <summary>
    /// A term of a foreign taxonomy is no tile: only what carries a function of the house's kind, or is a topic here already.
    /// </summary>
    private bool IsEntry(HsdsKind kind, HsdsRow row) =>
        kind != HsdsKinds.Topics || row[HsdsKinds.FunctionColumn].Length > 0 || _scope.SlugOf(kind.List, row.Id) is not null;

    private static string? WhyNot(HsdsKind kind, HsdsRow row, Dictionary<string, Place> seen)
    {
        if (row.Id.Length == 0)
        {
            return "This row has no id: give it one of its own.";
        }

        if (!seen.TryAdd(row.Id, row.Place))
        {
            return $"The id {row.Id} stands already at {seen[row.Id]}: the first was taken, this one not.";
        }

        return kind == HsdsKinds.Services && row["status"].Trim().ToLowerInvariant() is var status and not ("" or "active")
            ? $"This service is '{status}', not active: it was left as it is in the house. Take it out of the guide there, or write "
                + "when it is closed."
            : null;
    }

    private HsdsEntry Read(HsdsKind kind, HsdsRow row, string slug)
    {
        var body = BodyOf(kind.List, slug);
        var entry = new HsdsEntry(kind, slug, body, new HsdsKeeping(), HsdsKept.Of(body));
        _places[(kind.List, slug)] = row.Place;
        foreach (var field in kind.Fields)
        {
            Remark(row, field.Read(row, body, _scope));
        }

        ReadPieces(entry, row);
        ServiceGaps.Fill(entry, row, _data, _house, _wishes, remark => Remark(row, remark));
        KeepDifferences(entry, row);
        _read.Add(row);
        _owners.Own(row, entry);
        return entry;
    }

    /// <summary>The entry as it is in the house; a new one comes last.</summary>
    private JsonObject BodyOf(string list, string slug)
    {
        if (!_bodies.TryGetValue((list, slug), out var body))
        {
            _bodies[(list, slug)] = body = new JsonObject { ["id"] = slug };
            if (_house[list] is not JsonArray entries)
            {
                _house[list] = entries = [];
            }

            entries.Add((JsonNode)body);
        }

        return body;
    }

    private HsdsEntry ReadHouse()
    {
        var profile = _house["house"]!.AsObject();
        var entry = new HsdsEntry(HsdsKinds.House, profile["id"]!.ToString(), profile, new HsdsKeeping(), HsdsKept.Of(profile));
        var location = _scope.UuidOf("locations", profile[Keys.LocationId]!.ToString());
        if (_data.Where(HsdsNames.Locations, "id", location).FirstOrDefault() is { } row)
        {
            _places[("house", "")] = row.Place;
            ReadPieces(entry, row);
        }

        return entry;
    }

    private void ReadPieces(HsdsEntry entry, HsdsRow row)
    {
        foreach (var piece in entry.Kind.Pieces)
        {
            if (!_data.Says(row, piece.Table))
            {
                entry.KeepRowsOf(piece.Table);
                continue;
            }

            var values = new List<JsonNode>();
            foreach (var child in RowsOf(entry.Kind, row, piece).Where(_read.Add))
            {
                ReadPiece(entry, row, piece, child, values);
            }

            piece.Put(entry.Body, values);
        }
    }

    private void ReadPiece(HsdsEntry entry, HsdsRow row, HsdsPiece piece, HsdsRow child, List<JsonNode> values)
    {
        var reading = piece.Read(child, _scope);
        if (reading.Value is null || (piece.IsSingle && values.Count > 0))
        {
            if (reading.Sentence is not null)
            {
                _problems.Add(new RowProblem(child.Place, reading.Sentence));
            }
            else if (piece is PlacePiece)
            {
                Remark(
                    child,
                    "This service is offered at several places: the screen shows the first, the others are kept for the next export."
                );
            }

            entry.Keeping.AddOther(piece.Table, child);
            return;
        }

        Remark(child, reading.Sentence);
        var written = HsdsExport.PieceRow(entry.Kind, entry.Slug, piece, reading.Value, values.Count, row.Id, _scope);
        if (child.Columns.Any(c => c.Value.Length > 0 && c.Value != written[c.Key]))
        {
            MarkLanguage(child, piece);
            entry.Keeping.AddRow(piece.Table, child);
        }

        values.Add(reading.Value);
    }

    /// <summary>A kept row outlives the file that said in which language it is.</summary>
    private void MarkLanguage(HsdsRow row, HsdsPiece piece)
    {
        foreach (
            var text in piece.Texts.Where(text =>
                row[text.Column].Length > 0 && row[text.LanguageColumn].Length == 0 && _scope.FileLanguage != _scope.HouseLanguage
            )
        )
        {
            row[text.LanguageColumn] = _scope.FileLanguage;
        }
    }

    /// <summary>Those that name the entry itself, or for a service the place at which it is offered first.</summary>
    private IEnumerable<HsdsRow> RowsOf(HsdsKind kind, HsdsRow row, HsdsPiece piece)
    {
        var own = _data.Where(piece.Table, HsdsNames.ParentColumn(piece.Table, kind.Table), row.Id);
        return
            kind == HsdsKinds.Services
            && piece is PhonePiece or SchedulePiece
            && _data.Where(HsdsNames.ServiceAtLocation, "service_id", row.Id).FirstOrDefault() is { } place
            ? own.Concat(_data.Where(piece.Table, "service_at_location_id", place.Id))
            : own;
    }

    private void KeepDifferences(HsdsEntry entry, HsdsRow row)
    {
        if (row.Id != _scope.Ids.Entry(entry.Kind.List, entry.Slug))
        {
            entry.Keeping.Id = row.Id == entry.Slug ? entry.Before.Id : row.Id;
        }

        var written = HsdsExport.OwnRow(entry.Kind, entry.Body, _scope);
        foreach (var (column, value) in row.Columns.Where(c => c.Key != "id" && c.Value.Length > 0 && c.Value != written[c.Key]))
        {
            entry.Keeping.Fields[column] = value;
        }

        foreach (var (column, value) in entry.Before.Fields.Where(field => !row.Says(field.Key)))
        {
            entry.Keeping.Fields[column] = value;
        }
    }

    /// <summary>Rows that no entry could read stay with the entry they belong to, or with the house when they belong to none.</summary>
    private void KeepOthers(List<HsdsEntry> entries)
    {
        var house = entries[^1];
        foreach (var table in _data.Tables.Where(table => table != HsdsNames.Descriptions))
        {
            foreach (var row in _data[table].Where(row => !_read.Contains(row) && !IsOwnTaxonomy(row)))
            {
                switch (_owners.OwnerOf(table, row))
                {
                    case HsdsOwners.Owner.Entry(var owner):
                        owner.Keeping.AddOther(table, row);
                        break;
                    case HsdsOwners.Owner.Nobody:
                        house.Keeping.AddOther(table, row);
                        break;
                    case HsdsOwners.Owner.Unknown(var column, var id):
                        _problems.Add(
                            new RowProblem(
                                row.Place,
                                $"There is no {id} to which '{column}' points: correct the id, or bring in the row it belongs to."
                            )
                        );
                        break;
                }
            }
        }

        foreach (var entry in entries)
        {
            entry.KeepOthersExcept(
                (table, row) => entry.Kind == HsdsKinds.House ? _data.Where(table, "id", row.Id).Any() : _data.Tables.Contains(table)
            );
        }
    }

    private bool IsOwnTaxonomy(HsdsRow row) => row.Id == _scope.Ids.Of("taxonomy");

    /// <summary>
    /// A name in another language only would leave the screen without one: it stands in both until somebody translates it.
    /// </summary>
    private void Translate(IEnumerable<HsdsEntry> entries)
    {
        var borrowed = 0;
        foreach (var (entry, key) in entries.SelectMany(entry => entry.Kind.RequiredTexts.Select(key => (entry, key))))
        {
            if (entry.Body[key] is JsonObject { Count: > 0 } texts && !texts.ContainsKey(_scope.HouseLanguage))
            {
                texts[_scope.HouseLanguage] = (texts[_scope.FileLanguage] ?? texts.First().Value)!.ToString();
                borrowed++;
            }
        }

        if (borrowed > 0)
        {
            _remarks.Add(
                new RowProblem(
                    new Place(HsdsNames.Descriptions),
                    $"{borrowed} names and descriptions are in {_scope.FileLanguage} only. They stand in {_scope.HouseLanguage} "
                        + "too for now: translate them in the guide."
                )
            );
        }
    }

    private void Remark(HsdsRow row, string? sentence)
    {
        if (sentence is not null)
        {
            _remarks.Add(new RowProblem(row.Place, sentence));
        }
    }
}

/// <summary>One entry as it is being read.</summary>
internal sealed record HsdsEntry(HsdsKind Kind, string Slug, JsonObject Body, HsdsKeeping Keeping, HsdsKept Before)
{
    public void KeepRowsOf(string table)
    {
        foreach (var row in Before.Rows(table))
        {
            Keeping.AddRow(table, row);
        }
    }

    /// <summary>What was kept before and was not brought in this time stays.</summary>
    public void KeepOthersExcept(Func<string, HsdsRow, bool> broughtIn)
    {
        foreach (var table in Before.OtherTables)
        {
            foreach (var row in Before.Others(table).Where(row => !broughtIn(table, row)))
            {
                Keeping.AddOther(table, row);
            }
        }
    }
}
