using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Machines;

/// <summary>The screen of a machine under a real systemd, as the kiosk may see and turn it.</summary>
internal sealed partial class MachineTests
{
    /// <summary>Letters of 20 dots are read where those of 10 are not (tesseract's FAQ).</summary>
    private const int Enlarged = 2;

    private const string Seen = "/run/kiosk-screen/seen.png";

    private static readonly string[] AsScreen =
    [
        "runuser",
        "-u",
        "kiosk-screen",
        "--",
        "env",
        "XDG_RUNTIME_DIR=/run/kiosk-screen",
        "WAYLAND_DISPLAY=wayland-0",
    ];

    /// <summary>
    /// Some tiles of the demo house in one word. At each hour the screen has another composition, and not every word is read in each.
    /// </summary>
    private static readonly Dictionary<string, string> Tiles = new()
    {
        ["Santé"] = "topic/health",
        ["Travail"] = "topic/work",
        ["Argent"] = "topic/money",
        ["Apprendre"] = "topic/learn",
    };

    /// <summary>
    /// What stands on the glass is read by a program that knows nothing of ours: the house's name, or where no tablet is paired yet, how
    /// that is done.
    /// </summary>
    [Test]
    public Task Its_screen_shows_the_kiosk()
    {
        _machine.Run("systemctl", "restart", "kiosk-screen"); // other tests touch it, and at rest it turns through all languages
        return ReadsOnScreen("Le Pont|Associez une première tablette");
    }

    /// <summary>A visitor's way, by what stands on the glass alone: by the word on a tile to its topic.</summary>
    [Test]
    public async Task A_touched_tile_opens_its_topic_and_is_counted()
    {
        await Tablet(); // until then the screen asks for a first tablet
        _machine.Run("systemctl", "restart", "kiosk-screen"); // it begins with the house's own language
        var tile = (await ReadsOnScreen($@"(?<!\S)({string.Join('|', Tiles.Keys)})(?!\S)")).First(word => Tiles.ContainsKey(word.Text));
        var before = _machine.Taps(Tiles[tile.Text]);
        Touch(tile);
        await ReadsOnScreen($@"^(?!.*cherchez).*\b{tile.Text}\b"); // the topic's name, without the question of the first screen
        Assert.That(() => _machine.Taps(Tiles[tile.Text]), Is.EqualTo(before + 1).After(20_000, 200));
    }

    [Test]
    public async Task The_kiosk_alone_may_ask_for_a_picture()
    {
        Assert.That(_machine.Run("stat", "--format=%U %a %F", "/run/kiosk-picture"), Is.EqualTo("kiosk 600 socket\n"));
        Assert.That(await Size(), Is.EqualTo("1024 x 768"));
        await _machine.Until("", "systemctl", "list-units", "--no-legend", "--plain", "kiosk-picture@*");
    }

    [Test]
    public async Task A_turn_that_the_kiosk_wishes_is_kept_for_the_next_start()
    {
        await Turn(1);
        Assert.That(await Size(), Is.EqualTo("768 x 1024"));
        Assert.That(
            _machine.Run("cat", "/etc/kiosk/screen.env"),
            Is.EqualTo("KIOSK_TURNS=1\nLIBINPUT_CALIBRATION_MATRIX=\"0 -1 1 1 0 0\"\n")
        );
        _machine.Run("systemctl", "restart", "kiosk-screen");
        Assert.That(await Size(), Is.EqualTo("768 x 1024"));
        await Turn(2);
        Assert.That(await Size(), Is.EqualTo("1024 x 768"));
        await Turn(0);
        Assert.That(_machine.Run("cat", "/run/kiosk-screen/turn.env"), Is.EqualTo("CAGE_TURN=\n"));
    }

    [Test]
    public void Another_word_turns_nothing()
    {
        var before = _machine.Try("cat", "/etc/kiosk/screen.env");
        Wish("turn-4");
        Wish("turn-$(touch x)");
        Wish("turn-1@");
        _machine.Run("systemctl", "start", "kiosk-screen-wish.service");
        Assert.That(_machine.Try("cat", "/etc/kiosk/screen.env"), Is.EqualTo(before));
    }

    /// <summary>By files in place of the kernel's: this machine has no display.</summary>
    [Test]
    public async Task Of_two_displays_the_first_shows_the_kiosk_and_the_other_is_put_back_when_it_stops()
    {
        _machine.Run("systemctl", "stop", "kiosk-screen"); // the kernel takes its word back at the stop; a file would keep it
        _machine.Run(
            "sh",
            "-c",
            "mkdir -p /run/class/drm && cd /run/class/drm && for n in card1-HDMI-A-2 card1-HDMI-A-1 card1-DSI-1; do mkdir $n; "
                + "echo connected >$n/status; done; echo disconnected >card1-DSI-1/status"
        );
        _machine.Run("sh", "-c", "mount --bind /run/class /sys/class");
        try
        {
            _machine.Run("systemctl", "start", "kiosk-screen");
            Assert.That(_machine.Run("sh", "-c", "cat /sys/class/drm/*/status"), Is.EqualTo("disconnected\nconnected\noff\n"));
            _machine.Run("systemctl", "stop", "kiosk-screen");
            Assert.That(_machine.Run("sh", "-c", "cat /sys/class/drm/*/status"), Is.EqualTo("detect\ndetect\ndetect\n"));
        }
        finally
        {
            _machine.Run("umount", "/sys/class");
            _machine.Run("systemctl", "restart", "kiosk-screen");
        }

        Assert.That(await Size(), Does.Contain(" x "));
    }

    private async Task Turn(int quarters)
    {
        var before = Process("kiosk-screen");
        Wish($"turn-{quarters}");
        await _machine.Until(
            "active",
            "sh",
            "-c",
            $"test \"$(systemctl show --value -p MainPID kiosk-screen)\" != {before} && systemctl is-active kiosk-screen"
        );
    }

    /// <summary>Of the picture that the machine's socket hands over, once the compositor has begun.</summary>
    private async Task<string> Size()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(300));
        byte[] picture;
        while ((picture = await Picture()).Length < 24)
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }

        return $"{System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16))} x "
            + $"{System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(20))}";
    }

    private async Task<byte[]> Picture()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(_machine.Inside("/run/kiosk-picture")));
        using var stream = new NetworkStream(socket);
        using var picture = new MemoryStream();
        await stream.CopyToAsync(picture);
        return picture.ToArray();
    }

    /// <summary>Waits until the screen shows a text.</summary>
    /// <param name="pattern">A regular expression over all words on it, a space between two.</param>
    /// <returns>The words that stand there then.</returns>
    private async Task<Word[]> ReadsOnScreen(string pattern)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        Word[] words = [];
        for (var tries = 0; tries < 60; tries++)
        {
            words = WordsOnScreen();
            if (Regex.IsMatch(string.Join(' ', words.Select(word => word.Text)), pattern))
            {
                return words;
            }

            await timer.WaitForNextTickAsync();
        }

        throw new AssertionException($"The screen never showed {pattern}, last: {string.Join(' ', words.Select(word => word.Text))}");
    }

    /// <summary>A word on the screen, and where its middle is, in dots.</summary>
    private sealed record Word(string Text, int X, int Y);

    /// <summary>Those that tesseract reads: none while the compositor is still starting. Its columns: tesseract(1), "tsv".</summary>
    private Word[] WordsOnScreen()
    {
        if (_machine.Try([.. AsScreen, "grim", "-s", $"{Enlarged}", Seen]).Exit != 0)
        {
            return [];
        }

        using var folders = new KioskFolders();
        var picture = Path.Combine(folders.Root, "screen.png");
        File.Copy(_machine.Inside(Seen), picture);
        var table = Encoding.UTF8.GetString(Tool.Run("tesseract", picture, "-", "-l", "fra", "--psm", "11", "tsv"));
        return
        [
            .. from line in table.Split('\n').Skip(1)
            let cells = line.Split('\t')
            where cells.Length == 12 && cells[11].Trim().Length > 0
            let box = cells[6..10].Select(cell => int.Parse(cell, CultureInfo.InvariantCulture)).ToArray()
            select new Word(cells[11].Trim(), (box[0] + (box[2] / 2)) / Enlarged, (box[1] + (box[3] / 2)) / Enlarged),
        ];
    }

    /// <summary>
    /// A finger on a word on the glass: here a pointer on the test's display, which has the window in its upper left corner.
    /// </summary>
    private void Touch(Word word)
    {
        string[] pointer = ["env", "DISPLAY=" + InstalledMachine.TestDisplay, "xdotool"];
        _machine.Run([.. pointer, "mousemove", $"{word.X}", $"{word.Y}", "sleep", "0.2", "click", "1"]);
    }
}
