using System.Net.Sockets;
using NUnit.Framework;

namespace Kiosk.Tests.Machines;

/// <summary>The screen of a machine under a real systemd, as the kiosk may see and turn it.</summary>
internal sealed partial class MachineTests
{
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
        Assert.That(_machine.Run("cat", "/etc/kiosk/screen.env"), Is.EqualTo("KIOSK_TURNS=1\nLIBINPUT_CALIBRATION_MATRIX=\"0 -1 1 1 0 0\"\n"));
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
        _machine.Run("sh", "-c", "mkdir -p /run/class/drm && cd /run/class/drm && for n in card1-HDMI-A-2 card1-HDMI-A-1 card1-DSI-1; do mkdir $n; echo connected >$n/status; done; echo disconnected >card1-DSI-1/status");
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
        await _machine.Until("active", "sh", "-c", $"test \"$(systemctl show --value -p MainPID kiosk-screen)\" != {before} && systemctl is-active kiosk-screen");
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

        return $"{System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16))} x {System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(20))}";
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
}
