using System.Text;
using Kiosk.App.Commands;

namespace Kiosk.Tests.Support;

/// <summary>
/// One of the program's commands, run within the process of the tests: a hundred processes of its own would each start .NET anew.
/// </summary>
internal static class ConsoleCommand
{
    private static readonly ByCaller Out = new(Console.Out);
    private static readonly ByCaller Error = new(Console.Error);

    static ConsoleCommand()
    {
        Console.SetOut(Out);
        Console.SetError(Error);
    }

    /// <returns>The exit code, what it said, and what it complained about.</returns>
    public static async Task<(int Exit, string Said, string Complained)> Run(KioskFolders folders, params string[] words)
    {
        var (said, complained) = (Out.Listen(), Error.Listen());
        var exit = await CommandLine.RunAsync(
            [.. words, $"--Kiosk:Data={folders.Data}"],
            (_, _) => throw new InvalidOperationException("It would run the kiosk.")
        );
        return (exit, said.ToString().TrimEnd(), complained.ToString().TrimEnd());
    }

    /// <summary>A console of which each caller hears what was written for it.</summary>
    private sealed class ByCaller(TextWriter otherwise) : TextWriter
    {
        private readonly AsyncLocal<TextWriter?> _listener = new();

        public override Encoding Encoding => Encoding.UTF8;

        /// <returns>What is written from here on, by the caller and all it calls.</returns>
        public StringWriter Listen()
        {
            var heard = new StringWriter();
            _listener.Value = heard;
            return heard;
        }

        public override void Write(char value) => (_listener.Value ?? otherwise).Write(value);

        public override void Write(char[] buffer, int index, int count) => (_listener.Value ?? otherwise).Write(buffer, index, count);

        public override void Write(string? value) => (_listener.Value ?? otherwise).Write(value);
    }
}
