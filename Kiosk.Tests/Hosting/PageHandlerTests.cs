using System.Reflection;
using Kiosk.App.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
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
}
