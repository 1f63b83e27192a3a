using Kiosk.App.Houses;
using Kiosk.Core.Languages;

namespace Kiosk.App.Visitor.Shell;

/// <summary>Matches a language that the house offers; any other address is no page.</summary>
public sealed class HouseLanguageConstraint : IRouteConstraint
{
    public const string Name = "language";

    public bool Match(
        HttpContext? httpContext,
        IRouter? route,
        string routeKey,
        RouteValueDictionary values,
        RouteDirection routeDirection
    ) =>
        LanguageTag.TryParse(values[routeKey] as string, out var language)
        && httpContext is not null
        && PreviewedHouse.Of(httpContext).Profile.Languages.Contains(language);
}
