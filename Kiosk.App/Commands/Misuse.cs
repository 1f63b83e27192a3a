using System.CommandLine;
using System.CommandLine.Parsing;

namespace Kiosk.App.Commands;

/// <summary>What is wrong with the words on the command line, in a sentence.</summary>
internal static class Misuse
{
    /// <returns>Null when nothing is.</returns>
    public static string? Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        return parsed.CommandResult.Children.OfType<OptionResult>().Select(OfOption).FirstOrDefault(found => found is not null)
            ?? parsed
                .UnmatchedTokens.Concat(Directives(parsed))
                .Prepend(FileThatIsNone(parsed))
                .OfType<string>()
                .Select(word => OfWord(word, parsed))
                .FirstOrDefault()
            ?? command
                .Arguments.Where(needed => !parsed.CommandResult.Children.OfType<ArgumentResult>().Any(given => IsGiven(needed, given)))
                .Select(needed => $"'{command.Name}' needs {needed.Name}; --help shows how.")
                .FirstOrDefault()
            ?? command
                .Options.Where(needed => needed.Required && parsed.GetResult(needed) is not { IdentifierTokenCount: > 0 })
                .Select(needed => $"'{command.Name}' needs {needed.Name}; --help shows how.")
                .FirstOrDefault()
            ?? parsed.Errors.Select(error => error.Message).FirstOrDefault();
    }

    private static string? OfOption(OptionResult given) =>
        given.IdentifierTokenCount == 0 ? null
        : given.IdentifierTokenCount > 1 ? $"{given.Option.Name} stands twice: write it once."
        : given.Option.Arity.MinimumNumberOfValues > 0 && !given.Tokens.Any(IsValue)
            ? $"{given.Option.Name} needs something behind it; --help shows what."
        : null;

    private static bool IsValue(Token token) =>
        !string.IsNullOrWhiteSpace(token.Value) && !token.Value.StartsWith("--", StringComparison.Ordinal);

    private static bool IsGiven(Argument needed, ArgumentResult given) => given.Argument == needed && given.Tokens.Count > 0;

    /// <summary>An option that nobody knows, where a file should stand; null when a file stands there.</summary>
    private static string? FileThatIsNone(ParseResult parsed) =>
        parsed
            .CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(given => given.Tokens)
            .Select(token => token.Value)
            .FirstOrDefault(word => word.StartsWith('-'));

    /// <summary>A word in square brackets, which System.CommandLine takes for one to itself.</summary>
    private static IEnumerable<string> Directives(ParseResult parsed) =>
        parsed.Tokens.Where(token => token.Type == TokenType.Directive).Select(token => token.Value);

    private static string OfWord(string word, ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        return command.Arguments is [var file] && !word.StartsWith('-')
            ? $"'{command.Name}' takes one {file.Name}, and '{word}' is one more; --help shows how."
            : Misspelling.Explain(word, command, parsed.RootCommandResult.Command);
    }
}
