using Kiosk.Core.Houses;
using Kiosk.Core.Pictograms;

namespace Kiosk.Tests.Bench;

/// <summary>The kiosk as a process of its own, with the demo house unless told otherwise.</summary>
internal sealed class BenchedKiosk : IAsyncDisposable
{
    private static readonly string Assets = Path.Combine(AppContext.BaseDirectory, "assets");

    private readonly ServerProcess _server;

    private BenchedKiosk(ServerProcess server, string address)
    {
        _server = server;
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = new Uri(address) };
    }

    public static string DemoHouseFile => Path.Combine(Assets, "demo", "house.json");

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    public double WorkingSetMegabytes => _server.WorkingSetBytes / 1e6;

    public int OpenFiles => _server.OpenFiles;

    public double MappedMegabytes => _server.MappedFileKilobytes * 1024 / 1e6;

    public static House DemoHouse() =>
        HouseFile.Read(File.ReadAllText(DemoHouseFile), new PictogramSet(Path.Combine(Assets, "pictograms"), null).Names).House!;

    public static Task<BenchedKiosk> StartAsync(string dataFolder, params string[] settings) =>
        StartFromAsync(AppContext.BaseDirectory, dataFolder, settings);

    /// <param name="program">The folder it was built or published to.</param>
    public static async Task<BenchedKiosk> StartFromAsync(string program, string dataFolder, params string[] settings)
    {
        var address = ServerProcess.FreeAddress();
        var server = await ServerProcess.StartDotnetAsync(
            address,
            Path.Combine(program, "Kiosk.App.dll"),
            [
                "--no-open",
                $"--Kiosk:VisitorUrl={address}",
                $"--Kiosk:StaffUrl={ServerProcess.FreeAddress().Replace("http:", "https:", StringComparison.Ordinal)}",
                $"--Kiosk:Data={dataFolder}",
                "--Kiosk:IdleSeconds=600",
                "--Kiosk:Voice=none",
                .. settings,
            ]
        );
        return new BenchedKiosk(server, address);
    }

    public async Task GetAsync(string path)
    {
        using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Prints a slip as its button does, and follows to the page that says what became of it.</summary>
    public async Task PrintAsync(string path, string end = "printed")
    {
        using var answer = await Client.PostAsync(new Uri(path, UriKind.Relative), null);
        answer.EnsureSuccessStatusCode();
        NUnit.Framework.Assert.That(answer.RequestMessage!.RequestUri!.Query, NUnit.Framework.Does.Contain("paper=" + end));
    }

    public Task PrinterIsReadyAsync() => PrinterIsAsync("ready");

    public async Task PrinterIsAsync(string state)
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (
            !(await Client.GetStringAsync(new Uri("/health", UriKind.Relative), guard.Token)).Contains(
                $"\"state\":\"{state}\"",
                StringComparison.Ordinal
            )
        )
        {
            await Task.Delay(50, guard.Token);
        }
    }

    public async Task TapAsync(string cell)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("cell", cell)]);
        using var answer = await Client.PostAsync(new Uri("/tap", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
    }
}
