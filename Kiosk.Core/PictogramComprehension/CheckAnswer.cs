using Kiosk.Core.Languages;

namespace Kiosk.Core.PictogramComprehension;

/// <summary>What was shown, to people of one language.</summary>
/// <param name="Drawing">Its name: <c>housing</c>.</param>
/// <param name="Mark">Changes with what is drawn, so that answers to a drawing that was replaced are not counted for the new one.</param>
/// <param name="Language">Of the person who was asked.</param>
public readonly record struct ShownDrawing(string Drawing, string Mark, LanguageTag Language);

/// <summary>One answer, as staff judged it. Nothing in it is of a person.</summary>
/// <param name="Said">What was said instead, by <see cref="SaidWords"/>; empty for nothing.</param>
public readonly record struct CheckAnswer(ShownDrawing Shown, Understanding Understanding, string Said);

/// <summary>How often an answer was given. At least once.</summary>
public readonly record struct CheckCount(CheckAnswer Answer, int Times);
