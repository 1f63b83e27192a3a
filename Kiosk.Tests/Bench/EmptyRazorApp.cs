namespace Kiosk.Tests.Bench;

/// <summary>The least a Razor Pages program can be: one page that says nothing, published like the kiosk.</summary>
internal static class EmptyRazorApp
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
        </Project>
        """;

    private const string Program = """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddRazorPages();
        var app = builder.Build();
        app.MapRazorPages();
        app.Run();
        """;

    private const string Page = """
        @page
        <!DOCTYPE html>
        <title>Empty</title>
        <h1>Empty</h1>
        """;

    /// <summary>Writes and publishes it.</summary>
    /// <returns>The path of its assembly.</returns>
    public static async Task<string> BuildAsync(BenchFolder folder)
    {
        // Empty ones here keep those of this repository away.
        foreach (var shared in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            await File.WriteAllTextAsync(folder.PathOf($"empty/{shared}"), "<Project />");
        }

        await File.WriteAllTextAsync(folder.PathOf("empty/Empty.csproj"), Project);
        await File.WriteAllTextAsync(folder.PathOf("empty/Program.cs"), Program);
        await File.WriteAllTextAsync(folder.PathOf("empty/Pages/Index.cshtml"), Page);
        return Path.Combine(
            await Publishing.PublishAsync(folder.PathOf("empty/Empty.csproj"), folder.PathOf("empty-published")),
            "Empty.dll"
        );
    }
}
