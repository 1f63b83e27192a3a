using System.CommandLine;
using System.CommandLine.Invocation;
using Kiosk.App.Hosting;

namespace Kiosk.App.Commands;

/// <summary>The words behind the program's name: they run the kiosk itself, or one of its commands.</summary>
/// <remarks>
/// Settings, <c>--Kiosk:NAME=VALUE</c>, may stand anywhere and go to the configuration; System.CommandLine reads what else there is.
/// </remarks>
internal static class CommandLine
{
    /// <summary>No file of further words, no flags in one word: <c>-ab</c> and <c>@file</c> are what they are.</summary>
    private static readonly ParserConfiguration Plain = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    /// <param name="words">As they were written.</param>
    /// <param name="serve">Runs the kiosk.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] words, Func<RunOptions, StartupState, Task> serve)
    {
        var parsed = Parse(words, serve);
        if (MisuseOf(parsed) is { } misuse)
        {
            await Console.Error.WriteLineAsync(misuse);
            return ExitCode.Misuse;
        }

        try
        {
            // A kiosk is stopped by its host, which hears of Ctrl+C itself.
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception problem) when (StartupException.Explain(problem) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return ExitCode.CouldNot;
        }
    }

    /// <summary>Why the words make no sense, in a sentence; null when they do.</summary>
    public static string? MisuseOf(string[] words) => MisuseOf(Parse(words, (_, _) => Task.CompletedTask));

    private static ParseResult Parse(string[] words, Func<RunOptions, StartupState, Task> serve)
    {
        string[] settings = [.. words.Where(Misspelling.IsSetting)];
        string[] others = [.. words.Where(word => !Misspelling.IsSetting(word))];
        return new RunCommand(settings, serve).Parse(others is ["help", .. var about] ? [.. about, "--help"] : others, Plain);
    }

    /// <summary>Nothing is wrong with what asks for help.</summary>
    private static string? MisuseOf(ParseResult parsed) =>
        parsed.Action is ParseErrorAction || parsed.Action == parsed.CommandResult.Command.Action ? Misuse.Of(parsed) : null;
}
