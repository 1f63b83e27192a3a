using Microsoft.Playwright;

namespace Kiosk.Tests.Support;

/// <summary>A touchscreen the kiosk must fit, in CSS pixels.</summary>
public sealed record Display(int Width, int Height)
{
    /// <summary>Full HD, standing upright.</summary>
    public static readonly Display Upright = new(1080, 1920);

    /// <summary>Full HD, lying.</summary>
    public static readonly Display Lying = new(1920, 1080);

    /// <summary>A small tablet or an old laptop.</summary>
    public static readonly Display Small = new(1280, 800);

    /// <summary>The Raspberry Pi Touch Display.</summary>
    public static readonly Display Pi = new(800, 480);

    public static readonly Display[] All = [Upright, Lying, Small, Pi];

    /// <summary>Whether 40 % of it hold a page whose every target is large enough; smaller ones stand on a table.</summary>
    public bool OffersLower => Height >= 900;

    public ViewportSize Viewport => new() { Width = Width, Height = Height };

    public override string ToString() => $"{Width}x{Height}";
}
