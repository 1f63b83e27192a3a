using Kiosk.App;
using Kiosk.App.Clocks;
using Kiosk.App.Commands;
using Kiosk.App.Counts;
using Kiosk.App.Display;
using Kiosk.App.Hosting;
using Kiosk.App.Hosting.Resilience;
using Kiosk.App.Houses;
using Kiosk.App.Live;
using Kiosk.App.Monitoring;
using Kiosk.App.Pairing;
using Kiosk.App.Printing;
using Kiosk.App.Speech;
using Kiosk.App.Staff;
using Kiosk.App.Visitor;

return await CommandLine.RunAsync(args, Serve); // a command, or the kiosk; what keeps it from running is said in words

async Task Serve(RunOptions options, StartupState start)
{
    var builder = Startup.NewBuilder(options.Settings);
    builder.ConfigureLoggingAndLimits(); // no request log, no server header, small bodies (P5)
    builder.AddSettings(start, HouseLoader.ProblemsOf); // Kiosk:… bound once, checked at start
    builder.AddClock(); // what time it is, and who vouches for it
    builder.AddHouse(); // data folder, house.db, tally.db, words and pictograms
    builder.AddCounts(); // taps, and reports of closed periods
    builder.AddPrinting(); // paper for slips, and how the printer is
    builder.AddVoice(); // recordings, and the voice that speaks ahead of time
    builder.AddPairing(); // the tablets that were paired, the kiosk's own certificate
    builder.AddLive(); // what open pages are told, the bell
    builder.AddDisplay(); // the machine's screen
    builder.AddMonitoring(); // how the kiosk is, and its signs of life
    builder.AddResilience(); // visitors are served when something fails
    builder.AddPages(); // Razor Pages, each on the side of its folder
    builder.AddVisitor(); // the touchscreen's listener, this machine only
    builder.AddStaff(); // the tablets' listener, over the house's network

    await using var app = builder.Build();

    var house = HouseOpening.Begin(app); // on the other core, while the rest is set up
    app.UsePageHeaders(); // what a browser may do with our pages
    app.UseVisitorHosts(); // each side by its own names only
    app.UseStaffHosts();
    app.UsePreviews(); // the visitor's pages as staff are writing them
    app.UseWayBack(); // an unknown address or a failure shows a way home, and to staff what to do
    app.UseRouting(); // after all that changes the address of a request
    app.UseMethodsAsOffered(); // GET is safe everywhere; POST only where it is offered, only from here
    app.UseScreenFiles(); // styles, scripts, fonts
    app.UsePages(); // who asks, and the pages of both sides
    app.MapVisitor(); // GET /, /live; POST /tap, /alive, /resting, /corner, /sounded
    app.MapStaff(); // GET /live for the tablets, GET /certificate/kiosk.crt
    app.MapSpeech(); // GET /speech/{language}
    app.MapDrawings(); // GET /drawing/{mark}/{name}
    app.MapHealth(); // GET /health
    app.AnnounceWhenReady(options.OpensScreen); // the addresses, in words; the screen if a browser is there

    await house; // what is wrong is said now, not to the first visitor
    await app.RunAsync();
}
