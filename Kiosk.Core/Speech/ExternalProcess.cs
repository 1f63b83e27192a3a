using System.ComponentModel;
using System.Diagnostics;

namespace Kiosk.Core.Speech;

/// <summary>A program of the operating system that is given bytes and gives bytes back: espeak-ng.</summary>
internal static class ExternalProcess
{
    /// <summary>A sentence takes a hundredth of this; longer is a program that hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <exception cref="SpeechException">The program is not there, failed, or did not end.</exception>
    public static async Task<byte[]> Run(
        string program,
        IEnumerable<string> arguments,
        ReadOnlyMemory<byte> given,
        CancellationToken cancel
    )
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        using var process = Start(program, arguments);
        try
        {
            using var sound = new MemoryStream();
            var complaint = process.StandardError.ReadToEndAsync(patience.Token);
            await Task.WhenAll(
                Give(process.StandardInput.BaseStream, given, patience.Token),
                process.StandardOutput.BaseStream.CopyToAsync(sound, patience.Token)
            );
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode == 0 && sound.Length > 0
                ? sound.ToArray()
                : throw new SpeechException($"{program} made no sound: {(await complaint).Trim()}");
        }
        catch (OperationCanceledException problem)
        {
            process.Kill();
            cancel.ThrowIfCancellationRequested();
            throw new SpeechException($"{program} did not end.", problem);
        }
    }

    private static Process Start(string program, IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(
                new ProcessStartInfo(program, arguments)
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
        }
        catch (Win32Exception problem)
        {
            throw new SpeechException($"{program} is not here: install the package {program}.", problem);
        }
    }

    private static async Task Give(Stream input, ReadOnlyMemory<byte> given, CancellationToken cancel)
    {
        try
        {
            await using (input)
            {
                await input.WriteAsync(given, cancel);
            }
        }
        catch (IOException)
        {
            // it did not want to hear more; its exit code says why
        }
    }
}
