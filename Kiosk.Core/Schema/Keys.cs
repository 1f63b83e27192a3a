namespace Kiosk.Core.Schema;

/// <summary>Keys of the house file for code that reads or writes an entry as JSON. A test holds them to the records.</summary>
public static class Keys
{
    public const string Access = "access";
    public const string Anonymity = "anonymity";
    public const string AssuredDate = "assuredDate";
    public const string Changes = "changes";
    public const string CostFree = "costFree";
    public const string FeesDescription = "feesDescription";
    public const string Function = "function";
    public const string LocationId = "locationId";
    public const string OrganizationId = "organizationId";
    public const string ParentId = "parentId";
    public const string Phones = "phones";
    public const string Pictogram = "pictogram";
    public const string RequiredDocuments = "requiredDocuments";
    public const string RoomId = "roomId";
    public const string Schedules = "schedules";
    public const string TopicIds = "topicIds";
    public const string WheelchairAccess = "wheelchairAccess";
}
