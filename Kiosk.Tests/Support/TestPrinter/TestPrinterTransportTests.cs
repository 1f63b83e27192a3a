using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Win32.SafeHandles;
using NUnit.Framework;
using static Kiosk.Tests.Support.PrinterBytes;

namespace Kiosk.Tests.Support;

/// <summary>The test printer behind a cable: TCP as on port 9100, and a device file.</summary>
[Platform("Linux"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class TestPrinterTransportTests : IAsyncDisposable
{
    /// <summary>A guard against a test that hangs, not a bar.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly PaperPrinter _printer = new(384);
    private readonly TcpTestPrinter _network;
    private readonly PtyTestPrinter _device;

    public TestPrinterTransportTests()
    {
        _network = new TcpTestPrinter(_printer);
        _device = new PtyTestPrinter(_printer);
    }

    public async ValueTask DisposeAsync()
    {
        await _network.DisposeAsync();
        await _device.DisposeAsync();
    }

    [Test]
    public async Task A_slip_goes_over_the_network_and_answers_come_back()
    {
        using var cable = await Connect();
        await cable.SendAsync((byte[])[.. Slip(300), .. PaperInOrder, .. Status(1)]);
        Assert.That(BlackDots(await _printer.NextSlipAsync(Patience)), Is.EqualTo(DiagonalDots(300)));
        Assert.That(await Answers(cable, 2), Is.EqualTo(new byte[] { 0x00, 0x12 }));
    }

    [Test]
    public async Task A_second_connection_waits_until_the_first_is_over()
    {
        using var first = await Connect();
        await first.SendAsync(Status(1));
        await Answers(first, 1);
        using var second = await Connect();
        await second.SendAsync(Slip(2));
        await first.SendAsync(Slip(3));
        Assert.That((await _printer.NextSlipAsync(Patience)).HeightDots, Is.EqualTo(3));
        first.Close();
        Assert.That((await _printer.NextSlipAsync(Patience)).HeightDots, Is.EqualTo(2));
        Assert.That(_network.Connections, Is.EqualTo(2));
    }

    [Test]
    public async Task One_byte_a_second_is_one_byte_a_second()
    {
        _network.BytesPerSecond = 1;
        using var cable = await Connect();
        var begun = Stopwatch.GetTimestamp();
        await cable.SendAsync(Status(1));
        await Answers(cable, 1);
        Assert.That(Stopwatch.GetElapsedTime(begun), Is.GreaterThan(TimeSpan.FromSeconds(1.9)), "a pause after each but the last of three");
    }

    [Test]
    public async Task A_connection_reset_within_a_band_leaves_half_a_band_in_the_printer()
    {
        _network.CutConnectionAfterBytes = 2 + 8 + (5 * RowBytes) + 7;
        using (var cable = await Connect())
        {
            await cable.SendAsync(Slip(20));
            Assert.That(
                () => Answers(cable, 1),
                Throws
                    .InstanceOf<SocketException>()
                    .With.Property(nameof(SocketException.SocketErrorCode))
                    .EqualTo(SocketError.ConnectionReset)
            );
        }

        Assert.That((_printer.Unfinished.HeightDots, _network.CutConnectionAfterBytes), Is.EqualTo((5, (int?)null)));
        using var again = await Connect();
        await again.SendAsync((byte[])[.. Clear, .. Slip(3)]);
        Assert.That((await _printer.NextSlipAsync(Patience)).HeightDots, Is.EqualTo(5 + 3));
        Assert.That(await Answers(again, 3), Is.EqualTo(new byte[] { 0x37, 0x25, 0x00 }));
    }

    [Test]
    public async Task Nobody_listens_and_then_somebody_does()
    {
        _network.AcceptsConnections = false;
        Assert.That(
            Connect,
            Throws
                .InstanceOf<SocketException>()
                .With.Property(nameof(SocketException.SocketErrorCode))
                .EqualTo(SocketError.ConnectionRefused)
        );
        _network.AcceptsConnections = true;
        using var cable = await Connect();
        await cable.SendAsync(Slip(3));
        await _printer.NextSlipAsync(Patience);
    }

    [Test]
    public async Task A_printer_that_cannot_print_is_felt_by_the_sender()
    {
        _printer.OpenCover();
        using var cable = await Connect();
        cable.SendBufferSize = 4096;
        var slips = Enumerable.Repeat(Slip(300), 10).SelectMany(slip => slip).ToArray();
        var sending = cable.SendAsync(slips);
        await _printer.WhenAsync(printer => printer.Room == 0, Patience);
        Assert.That(sending.IsCompleted, Is.False, $"{slips.Length} bytes do not fit anywhere");
        _printer.CloseCover();
        await sending;
        for (var slip = 0; slip < 10; slip++)
        {
            Assert.That(BlackDots(await _printer.NextSlipAsync(Patience)), Is.EqualTo(DiagonalDots(300)));
        }
    }

    [Test]
    public async Task A_slip_goes_through_a_device_and_answers_come_back()
    {
        using (var writer = PseudoTerminal.Open(_device.Path))
        {
            Assert.That(PseudoTerminal.Write(writer, [.. Slip(20), .. PaperInOrder]), Is.EqualTo(Slip(20).Length + 3));
        }

        Assert.That(BlackDots(await _printer.NextSlipAsync(Patience)), Is.EqualTo(DiagonalDots(20)));
        using var next = PseudoTerminal.Open(_device.Path);
        PseudoTerminal.Write(next, Status(4));
        Assert.That(Answers(next, 2), Is.EqualTo(new byte[] { 0x00, 0x12 }), "the answer nobody fetched, then the new one");
    }

    [Test]
    public async Task A_device_that_takes_nothing_fills_and_goes_on_later()
    {
        _device.Takes = false;
        using var writer = PseudoTerminal.Open(_device.Path);
        Assert.That(WriteUntilFull(writer), Is.GreaterThan(0));
        Assert.That(_printer.BytesTaken, Is.Zero);
        _device.Takes = true;
        Assert.That((await _printer.NextSlipAsync(Patience)).HeightDots, Is.EqualTo(20));
    }

    [Test]
    public void A_device_held_by_another_program_cannot_be_opened()
    {
        Assert.That(OpenedByAnother(), Is.Zero);
        _device.HoldExclusively();
        Assert.That(OpenedByAnother(), Is.Not.Zero);
        _device.LetGo();
        Assert.That(OpenedByAnother(), Is.Zero);
    }

    /// <summary>Opens the device in a program without root's right to open what is held.</summary>
    private int OpenedByAnother()
    {
        string[] open = ["sh", "-c", $": <>{_device.Path}"];
        string[] command = Environment.IsPrivilegedProcess ? ["setpriv", "--bounding-set=-sys_admin", .. open] : open;
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true })!;
        var complaint = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.That(complaint, process.ExitCode == 0 ? Is.Empty : Does.Contain("busy"));
        return process.ExitCode;
    }

    private static int WriteUntilFull(SafeFileHandle writer)
    {
        var (sum, slip) = (0, Slip(20));
        for (var taken = 0; taken >= 0; taken = PseudoTerminal.Write(writer, slip))
        {
            sum += taken;
        }

        return sum;
    }

    private async Task<Socket> Connect()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPEndPoint.Parse(_network.Address));
        return socket;
    }

    private static async Task<List<byte>> Answers(Socket cable, int count)
    {
        var answers = new List<byte>();
        var some = new byte[count];
        using var guard = new CancellationTokenSource(Patience);
        while (answers.Count < count && await cable.ReceiveAsync(some, guard.Token) is > 0 and var came)
        {
            answers.AddRange(some[..came]);
        }

        return answers;
    }

    private static List<byte> Answers(SafeFileHandle device, int count)
    {
        var answers = new List<byte>();
        while (answers.Count < count)
        {
            PseudoTerminal.WaitForBytes(device, (int)Patience.TotalMilliseconds);
            var bytes = new byte[count];
            answers.AddRange(bytes[..PseudoTerminal.Read(device, bytes)]);
        }

        return answers;
    }
}
