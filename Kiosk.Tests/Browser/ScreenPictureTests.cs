using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>
/// The appliance's own screen, in a real cage, seen by a real grim from a real tablet; nothing of it lies on the disk (P5).
/// </summary>
[Category("Process"), Platform("Linux"), SupportedOSPlatform("linux")]
public sealed class ScreenPictureTests : StaffBrowserTest
{
    private const string MeanOfTheMiddle = """
        image => {
          const canvas = Object.assign(document.createElement("canvas"), { width: image.naturalWidth, height: image.naturalHeight });
          canvas.getContext("2d").drawImage(image, 0, 0);
          return [image.naturalWidth, image.naturalHeight, ...canvas.getContext("2d").getImageData(4, image.naturalHeight / 2, 1, 1).data];
        }
        """;

    private byte[] _last = [];

    [Test]
    public async Task A_tablet_sees_what_the_screen_shows_and_it_lies_in_no_file()
    {
        Assume.That(Environment.IsPrivilegedProcess, "Only root can show the appliance's own screen.");
        var begun = TimeProvider.System.GetUtcNow();
        await using var screen = await LockedScreen.StartAsync(Kiosk.Address, toolsOpen: true);
        await using var camera = new CameraSocket(Kiosk.CameraSocket, () => Grim(screen));
        await screen.RestAsync("/fr/");
        var tablet = await Tablet();
        tablet.MayFail = "handler=Picture"; // the first answers may say that the screen is just starting
        await tablet.Open("/health");
        await tablet.Waits(".look-picture");

        var seen = await tablet.Page.Locator(".look-picture").EvaluateAsync<int[]>(MeanOfTheMiddle);
        Assert.That(seen[..2], Is.EqualTo(new[] { Display.Small.Width, Display.Small.Height }));
        Assert.That(seen[2..5], Is.EqualTo(new[] { 0xff, 0xf1, 0xe0 }), "the ground of home, tokens.css");
        Assert.That(_last, Has.Length.GreaterThan(10_000));
        Assert.That(
            FilesWith(_last.AsSpan(_last.Length / 2, 64).ToArray(), begun, Kiosk.DataFolder, screen.Home, "/tmp", "/var/tmp", "/dev/shm"),
            Is.Empty
        );
    }

    /// <summary>Where a file does hold it, it is found: else the test above could not fail.</summary>
    [Test]
    public void A_picture_that_lay_in_a_file_would_be_found()
    {
        var begun = TimeProvider.System.GetUtcNow();
        var file = Path.Combine(Kiosk.DataFolder, "a-picture");
        File.WriteAllBytes(file, [.. new byte[5000], 1, 2, 3, 4, 5, 6, 7, 8]);
        Assert.That(FilesWith([1, 2, 3, 4, 5, 6, 7, 8], begun, Kiosk.DataFolder), Is.EqualTo(new[] { file }));
        File.Delete(file);
    }

    /// <summary>Debian 12's cage turns by quarters (-r).</summary>
    [TestCase(0, "1280 x 720")]
    [TestCase(1, "720 x 1280")]
    [TestCase(2, "1280 x 720")]
    [TestCase(3, "720 x 1280")]
    public void A_screen_turned_by_so_many_quarters_has_such_a_picture(int quarters, string size)
    {
        Assume.That(Environment.IsPrivilegedProcess, "cage refuses root, and only root becomes another user.");
        var home = Directory.CreateTempSubdirectory("kiosk-cage-").FullName;
        Tool.Run("chown", "nobody", home);
        string[] turned = [.. Enumerable.Repeat("-r", quarters)];
        var picture = Tool.Run(
            "setpriv",
            [
                "--reuid=nobody",
                "--regid=nogroup",
                "--clear-groups",
                "env",
                "-i",
                "PATH=/usr/bin:/bin",
                "HOME=" + home,
                "XDG_RUNTIME_DIR=" + home,
                "WLR_BACKENDS=headless",
                "WLR_LIBINPUT_NO_DEVICES=1",
                "WLR_RENDERER=pixman",
                "cage",
                "-d",
                .. turned,
                "--",
                "sh",
                "-c",
                "grim -l 1 -",
            ]
        );
        Directory.Delete(home, recursive: true);
        var (width, height) = (BigEndian(picture.AsSpan(16)), BigEndian(picture.AsSpan(20))); // IHDR: PNG, third edition, 11.2.1
        Assert.That($"{width} x {height}", Is.EqualTo(size));
    }

    /// <summary>As <c>kiosk-picture@.service</c> does, as the user of the screen.</summary>
    private async Task<byte[]> Grim(LockedScreen screen)
    {
        var unit = await File.ReadAllLinesAsync(SourceTree.PathOf("assets/machine/etc/systemd/system/kiosk-picture@.service"));
        var command = unit.Single(line => line.StartsWith("ExecStart=", StringComparison.Ordinal))["ExecStart=".Length..].Split(' ');
        using var grim = Process.Start(
            new ProcessStartInfo(
                "setpriv",
                [
                    "--reuid=nobody",
                    "--regid=nogroup",
                    "--clear-groups",
                    "env",
                    "-i",
                    "XDG_RUNTIME_DIR=" + screen.Home,
                    "WAYLAND_DISPLAY=wayland-0",
                    .. command,
                ]
            )
            {
                RedirectStandardOutput = true,
            }
        )!;
        using var picture = new MemoryStream();
        await grim.StandardOutput.BaseStream.CopyToAsync(picture);
        await grim.WaitForExitAsync();
        return _last = picture.ToArray();
    }

    private static int BigEndian(ReadOnlySpan<byte> bytes) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes);

    /// <summary>Of files that were written since, wherever a program may.</summary>
    private static IReadOnlyList<string> FilesWith(byte[] piece, DateTimeOffset since, params string[] folders) =>
        [
            .. System
                .Text.Encoding.UTF8.GetString(
                    Tool.Run(
                        "find",
                        [
                            .. folders,
                            "-xdev",
                            "-ignore_readdir_race",
                            "-type",
                            "f",
                            "-size",
                            "-100M",
                            "-newermt",
                            since.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
                        ]
                    )
                )
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(file => Holds(file, piece)),
        ];

    private static bool Holds(string file, byte[] piece)
    {
        try
        {
            return File.ReadAllBytes(file).AsSpan().IndexOf(piece) >= 0;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false; // it went meanwhile
        }
    }
}
