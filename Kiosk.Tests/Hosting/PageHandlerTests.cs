using System.Reflection;
using Kiosk.App.Hosting;
using Kiosk.Tests.Support;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Kiosk.Tests.Hosting;

/// <summary>What Razor Pages takes for an answer to a request, by its name: every public method that begins with <c>On</c>.</summary>
internal sealed class PageHandlerTests
{
    /// <summary>
    /// Another is an answer to a request that nobody sends, whose parameters are looked through, type by type, at the first one of a page.
    /// </summary>
    [Test]
    public void Every_page_answers_to_get_and_post_alone() =>
        Assert.That(
            from page in typeof(KioskSettings).Assembly.GetTypes()
            where page.IsSubclassOf(typeof(PageModel))
            from method in page.GetMethods(BindingFlags.Public | BindingFlags.Instance)
            where method.Name.StartsWith("On", StringComparison.Ordinal) && method.DeclaringType != typeof(PageModel)
            where !method.IsSpecialName && !method.IsDefined(typeof(NonHandlerAttribute))
            where !method.Name.StartsWith("OnGet", StringComparison.Ordinal) && !method.Name.StartsWith("OnPost", StringComparison.Ordinal)
            select $"{page.Name}.{method.Name}",
            Is.Empty
        );

    /// <summary>The others are not looked at (<see cref="BoundProperties"/>).</summary>
    [Test]
    public void A_property_is_filled_from_a_request_where_it_says_so()
    {
        using var kiosk = KioskHost.Start();
        var parts = kiosk.Services.GetRequiredService<IPageApplicationModelPartsProvider>();
        var models = typeof(SomePage)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(parts.CreatePropertyModel);
        Assert.That(
            from model in models
            where model.BindingInfo is not null
            select model.PropertyName,
            Is.EquivalentTo([nameof(SomePage.OfAForm), nameof(SomePage.OfTheAddress)])
        );
    }

    private sealed class SomePage : PageModel
    {
        [BindProperty]
        public string OfAForm { get; set; } = "";

        [FromQuery]
        public string OfTheAddress { get; set; } = "";

        public string OfNobody { get; set; } = "";
    }
}
