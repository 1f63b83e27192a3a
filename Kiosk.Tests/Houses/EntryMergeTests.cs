using System.Text.Json.Nodes;
using Kiosk.Core.Houses.Editing;
using NUnit.Framework;

namespace Kiosk.Tests.Houses;

internal sealed class EntryMergeTests
{
    [TestCase("{'a':1,'b':1}", "{'a':2,'b':1}", "{'a':1,'b':2}", "{'a':2,'b':2}", TestName = "{m}: two keys")]
    [TestCase("{'a':1}", "{'a':2}", "{'a':2}", "{'a':2}", TestName = "{m}: the same by both")]
    [TestCase("{'a':1}", "{'a':1,'b':2}", "{'a':3}", "{'a':3,'b':2}", TestName = "{m}: a key added")]
    [TestCase("{'a':1,'b':1}", "{'b':1}", "{'a':1,'b':2}", "{'b':2}", TestName = "{m}: a key taken out")]
    [TestCase(
        "{'n':{'fr':'x'}}",
        "{'n':{'fr':'y'}}",
        "{'n':{'fr':'x','nl':'z'}}",
        "{'n':{'fr':'y','nl':'z'}}",
        TestName = "{m}: two languages of a text"
    )]
    [TestCase("{}", "{'n':{'fr':'y'}}", "{'n':{'nl':'z'}}", "{'n':{'fr':'y','nl':'z'}}", TestName = "{m}: two languages of a new text")]
    [TestCase(
        "{'c':[{'date':'2026-11-20'}]}",
        "{'c':[{'date':'2026-11-20'},{'date':'2026-11-23'}]}",
        "{'c':[{'date':'2026-11-20'},{'date':'2026-11-21'}]}",
        "{'c':[{'date':'2026-11-20'},{'date':'2026-11-21'},{'date':'2026-11-23'}]}",
        TestName = "{m}: two dates"
    )]
    [TestCase(
        "{}",
        "{'c':[{'date':'2026-11-20','full':true}]}",
        "{'c':[{'date':'2026-11-20','roomId':'garden'}]}",
        "{'c':[{'date':'2026-11-20','full':true,'roomId':'garden'}]}",
        TestName = "{m}: two things of one date"
    )]
    public void Different_things_are_brought_together(string before, string theirs, string mine, string merged)
    {
        var result = EntryMerge.Merge(Json(before), Json(theirs), Json(mine));
        Assert.That(result.Both, Is.Empty);
        Assert.That(JsonNode.DeepEquals(result.Merged, Json(merged)), Is.True, () => result.Merged!.ToJsonString());
    }

    [TestCase("{'a':1}", "{'a':2}", "{'a':3}", "a", TestName = "{m}: a value")]
    [TestCase("{'a':1}", "{}", "{'a':3}", "a", TestName = "{m}: taken out by one")]
    [TestCase("{'n':{'fr':'x'}}", "{'n':{'fr':'y'}}", "{'n':{'fr':'z'}}", "n", TestName = "{m}: one language")]
    [TestCase("{'s':[1]}", "{'s':[1,2]}", "{'s':[1,3]}", "s", TestName = "{m}: hours")]
    [TestCase(
        "{'c':[{'date':'2026-11-20'}]}",
        "{'c':[{'date':'2026-11-20','full':true}]}",
        "{'c':[]}",
        "c",
        TestName = "{m}: a date taken out by one"
    )]
    [TestCase(
        "{}",
        "{'c':[{'date':'2026-11-20','cancelled':true}]}",
        "{'c':[{'date':'2026-11-20','full':true}]}",
        "c",
        TestName = "{m}: cancelled by one, full by the other"
    )]
    public void The_same_thing_is_left_to_choose(string before, string theirs, string mine, string key)
    {
        var result = EntryMerge.Merge(Json(before), Json(theirs), Json(mine));
        Assert.That(result.Merged, Is.Null);
        Assert.That(result.Both, Is.EqualTo([key]));
    }

    private static JsonObject Json(string text) => JsonNode.Parse(text.Replace('\'', '"'))!.AsObject();
}
