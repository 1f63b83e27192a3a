using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Kiosk.App.Commands;

/// <summary>What <c>--help</c> says: of the kiosk its settings too, of a command that they are the same.</summary>
internal sealed class HelpWithSettings(HelpAction usual) : SynchronousCommandLineAction
{
    private const string Settings = """
        Settings, here or as environment variables (Kiosk__Data=…), with what they are when left out:
          --Kiosk:Data=data                          folder that keeps everything
          --Kiosk:House=                             house file for an empty data folder; empty is the demo house
          --Kiosk:VisitorUrl=http://127.0.0.1:5080   where the screen finds the kiosk
          --Kiosk:StaffUrl=https://0.0.0.0:5443      where the house's tablets find it; 0.0.0.0 is every address of this machine
          --Kiosk:TimeZone=Europe/Brussels           time zone of the house
          --Kiosk:Clock=believe                      believe the machine's clock, or check that something vouches for it
          --Kiosk:IdleSeconds=60                     seconds without a touch until the countdown begins
          --Kiosk:Voice=espeak-ng                    speaks where nobody recorded a text; none for recordings alone
          --Kiosk:Volume=70                          percent of the loudspeaker, when a visit begins
          --Kiosk:SwitchSeconds=0                    seconds each thing stays lit for who uses one switch; 0 is no switch
          --Kiosk:Printer=none                       none, browser, escpos:/dev/usb/lp0 or escpos:tcp://HOST:9100
          --Kiosk:PrinterProfile=generic             what the printer is like; a file in assets/printers
          --Kiosk:PaperDots=576                      576 (80 mm), 512 (80 mm at 180 dots an inch) or 384 (58 mm)
          --Kiosk:DemoYear=False                     two invented years of counts in an empty data folder, to try reports out
          --Kiosk:ScreenOff=never                    never, or minutes after the house's last hour of the day until the screen goes off
        """;

    public override int Invoke(ParseResult parseResult)
    {
        var exit = usual.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(
            parseResult.CommandResult.Command is RootCommand
                ? Settings
                : "It takes the settings of the kiosk too, --Kiosk:NAME=VALUE; --help without a command lists them."
        );
        return exit;
    }
}
