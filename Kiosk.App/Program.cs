using Kiosk.App.Setup;
using Kiosk.App.Shared;
using Kiosk.App.Shared.Pairing;
using Kiosk.App.Shared.Resilience;
using Kiosk.App.Shared.Speech;
using Kiosk.App.Staff;
using Kiosk.App.Visitor;

var arguments = Arguments.Read(args);
return await Commands.RunAsync(arguments, Serve); // what keeps it from running is said in words

async Task Serve(StartupState start)
{
    var builder = WebApplication.CreateBuilder(
        new WebApplicationOptions { Args = arguments.Settings, ContentRootPath = AppContext.BaseDirectory }
    );

    builder.RememberNobody(); // no request log, no server header, small bodies (P5)
    builder.AddSettings(start); // Kiosk:… bound once, checked at start
    builder.AddHouse(); // data folder, house.db, tally.db, words and pictograms
    builder.AddPrinting(); // paper for slips, and how the printer is
    builder.AddVoice(); // recordings, and the voice that speaks ahead of time
    builder.AddPairing(); // the tablets that were paired, the kiosk's own certificate
    builder.AddWatches(); // the program's own signs of life, and the screen's
    builder.AddPages(); // Razor Pages, each on the side of its folder
    builder.AddVisitor(); // the touchscreen's listener, this machine only
    builder.AddStaff(); // the tablets' listener, over the house's network

    await using var app = builder.Build();

    var house = app.OpenHouse(); // on the other core, while the rest is set up
    app.UsePageHeaders(); // what a browser may do with our pages
    app.UseVisitorHosts(); // each side by its own names only
    app.UseStaffHosts();
    app.UsePreviews(); // the visitor's pages as staff are writing them
    app.UseMethodsAsOffered(); // GET is safe everywhere; POST only where it is offered, only from here
    app.UseWayBack(); // an unknown address or a failure shows a way home
    app.UseStaffWayBack(); // and to staff what to do
    app.UseScreenFiles(); // styles, scripts, fonts
    app.UsePages(); // and from here on the pages
    app.MapVisitor(); // /, /{lang}/…, /rest
    app.MapTaps(); // POST /tap
    app.MapAlive(); // POST /alive
    app.MapLive(); // GET /live
    app.MapResting(); // POST /resting, /corner, /sounded: what the page answers to staff
    app.MapStaff(); // GET /live for the tablets, GET /certificate/kiosk.crt
    app.MapSpeech(); // GET /speech/{language}
    app.MapDrawings(); // GET /drawing/{mark}/{name}
    app.MapHealth(); // GET /health
    app.AnnounceWhenReady(arguments.OpensScreen); // the addresses, in words; the screen if a browser is there

    await house; // what is wrong is said now, not to the first visitor
    await app.RunAsync();
}
