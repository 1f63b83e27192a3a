namespace Kiosk.App.Hosting;

/// <summary>Whom a listener serves.</summary>
public enum Side
{
    /// <summary>The touchscreen, on this machine only.</summary>
    Visitor,

    /// <summary>The house's tablets, over its network.</summary>
    Staff,
}

/// <summary>The listener that a request came in by; no header can say otherwise.</summary>
public sealed record CameInBy(Side Side);

/// <summary>The side that an endpoint answers on. One without a side answers nobody.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnSideAttribute(Side side) : Attribute
{
    public Side Side { get; } = side;
}

/// <summary>Keeps the two sides of the program apart.</summary>
internal static class Sides
{
    /// <summary>Null for what came by neither listener.</summary>
    public static Side? Side(this HttpContext context) => context.Features.Get<CameInBy>()?.Side;

    public static T OnVisitorSide<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new OnSideAttribute(Hosting.Side.Visitor));

    /// <summary>For paired tablets, unless it allows anybody.</summary>
    public static T OnStaffSide<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new OnSideAttribute(Hosting.Side.Staff)).RequireAuthorization();

    /// <summary>For everybody: what is no secret of either side.</summary>
    public static T OnBothSides<T>(this T endpoint)
        where T : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new OnSideAttribute(Hosting.Side.Visitor), new OnSideAttribute(Hosting.Side.Staff));

    /// <summary>A part of the pipeline that one side goes through.</summary>
    public static void UseOn(this WebApplication app, Side side, Action<IApplicationBuilder> part) =>
        app.UseWhen(context => context.Side() == side, part);
}
