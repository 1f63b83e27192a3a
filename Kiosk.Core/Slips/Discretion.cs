using Kiosk.Core.Houses;
using Kiosk.Core.Languages;
using Kiosk.Core.Programme;
using Kiosk.Core.Services;

namespace Kiosk.Core.Slips;

/// <summary>When a slip has to be discreet: whoever finds it in a pocket must not learn why somebody took it.</summary>
/// <remarks>
/// A discreet slip has a neutral heading and drawing, address, hours, phone number and how one gets in. What the house wrote in its own
/// words stays off it: how to go about it, the price, papers to bring and for whom. The page of the service says them.
/// </remarks>
public static class Discretion
{
    /// <summary>Its kind is sensitive: it is marked so, or every topic that leads to it is.</summary>
    public static bool IsNeeded(House house, Service service) => service.Sensitive || AreSensitive(house, service.TopicIds);

    /// <inheritdoc cref="IsNeeded(House, Service)"/>
    public static bool IsNeeded(House house, Activity activity) => activity.Sensitive || AreSensitive(house, activity.TopicIds);

    /// <summary>Its kind is sensitive, or the topic that led to it, the way there, is.</summary>
    /// <param name="topicId">The topic that led to it; null, or one that does not lead to it, where nobody knows.</param>
    public static bool IsNeeded(House house, Service service, string? topicId) =>
        IsNeeded(house, service) || IsSensitiveWay(house, service.TopicIds, topicId);

    /// <inheritdoc cref="IsNeeded(House, Service, string?)"/>
    /// <remarks>No topic led to it where the way there is the programme, which everybody sees.</remarks>
    public static bool IsNeeded(House house, Activity activity, string? topicId) =>
        IsNeeded(house, activity) || IsSensitiveWay(house, activity.TopicIds, topicId);

    /// <summary>
    /// Whom it is with. The name of an organization that offers nothing but what is sensitive says why somebody goes there: it stays off.
    /// </summary>
    internal static LocalizedText? OrganizationName(House house, string id) =>
        OffersAnythingElse(house, id) ? house.Organization(id).Name : null;

    private static bool OffersAnythingElse(House house, string organizationId) =>
        house.Services.Any(service => service.OrganizationId == organizationId && !IsNeeded(house, service))
        || house.Activities.Any(activity => activity.OrganizationId == organizationId && !IsNeeded(house, activity));

    private static bool IsSensitiveWay(House house, IReadOnlyList<string> topicIds, string? topicId) =>
        topicId is not null && topicIds.Contains(topicId) && AreSensitive(house, [topicId]);

    private static bool AreSensitive(House house, IReadOnlyList<string> topicIds) =>
        topicIds.Count > 0 && topicIds.All(id => house.FindTopic(id) is { } topic && house.IsSensitive(topic));
}
