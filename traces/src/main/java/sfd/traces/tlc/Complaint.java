package sfd.traces.tlc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line out of what TLC and its parser say at length: file and line where they are known, then what is wrong. */
final class Complaint {

    private static final int LONGEST = 400;

    /** A location as the parser and the evaluator write it. */
    private static final Pattern PLACE = Pattern.compile(
            "line (\\d+), col(?:umn)? \\d+ to line \\d+, col(?:umn)? \\d+ (?:of|in) (?:module )?(\\w+)[.:]?\\s*");
    private static final Pattern SYNTAX = Pattern.compile(
            "(Was expecting .*?\\s+)?Encountered \"(.*?)\" (?:in|at) line (\\d+), column \\d+", Pattern.DOTALL);
    private static final Pattern LEXICAL = Pattern.compile("Lexical error at line (\\d+), column \\d+\\.?\\s*([^\\n]*)");
    private static final Pattern UNPARSED = Pattern.compile("Could not parse module (\\w+)");
    private static final Pattern SEMANTIC = Pattern.compile("\\*\\*\\* (?:Errors|Abort messages): \\d+\\s+(.*?)\\n\\s*\\n\\s*(?:\\n|\\*\\*\\*|$)", Pattern.DOTALL);

    private static final Pattern PARSE = Pattern.compile("\\*\\*\\*Parse Error\\*\\*\\*\\s+(.*?)\\n\\s*\\n", Pattern.DOTALL);
    private static final Pattern NESTED = Pattern.compile("(?m)^\\d+\\. Line (\\d+), column \\d+ to line .* in (\\w+)$");
    private static final Pattern ERROR = Pattern.compile(
            "(?m)^Error: (.*?)(?=^Error: The behavior up to|^State 1:|^Finished|\\n\\n|\\z)", Pattern.DOTALL);

    private Complaint() {
    }

    /** @param printed all that was printed. @param thrown the message of what was thrown, or empty */
    static String line(String printed, String thrown) {
        Matcher lexical = LEXICAL.matcher(printed);
        if (lexical.find()) {
            return file(printed) + lexical.group(1) + ": " + oneLine("lexical error: " + lexical.group(2));
        }
        Matcher syntax = SYNTAX.matcher(printed);
        if (syntax.find()) {
            String expected = syntax.group(1) == null ? "" : ", w" + syntax.group(1).strip().substring(1);
            return file(printed) + syntax.group(3) + ": " + oneLine("unexpected " + syntax.group(2) + expected);
        }
        Matcher parse = PARSE.matcher(printed);
        if (parse.find()) {
            return placed(parse.group(1));
        }
        Matcher semantic = SEMANTIC.matcher(printed);
        if (semantic.find()) {
            return placed(semantic.group(1).replaceFirst("^Unknown location\\s+", ""));
        }
        return placed(thrown.isBlank() ? error(printed) : thrown, printed);
    }

    /** @return the first error that TLC's checker printed, without what it says about its search for the place */
    static String error(String printed) {
        Matcher error = ERROR.matcher(printed);
        return error.find() ? error.group(1).replaceFirst("(?s)^TLC threw an unexpected exception.*?\\n: ", "") : printed;
    }

    /** @param message of an error, with or without a place in it */
    static String placed(String message) {
        return placed(message, "");
    }

    /** @param positions where the message has no place: text with the nested positions of the evaluation, if any */
    static String placed(String message, String positions) {
        Matcher place = PLACE.matcher(message);
        if (!place.find()) {
            return innermost(positions) + oneLine(message);
        }
        return place.group(2) + ".tla:" + place.group(1) + ": " + oneLine(place.replaceFirst(""));
    }

    /** @return the line, with the model's configuration before it unless it has a place in a module */
    static String of(Model model, String line) {
        return line.matches("\\w+\\.tla:.*") ? line : model.config().getFileName() + ": " + line;
    }

    private static String innermost(String positions) {
        Matcher nested = NESTED.matcher(positions);
        String place = "";
        while (nested.find()) {
            place = nested.group(2) + ".tla:" + nested.group(1) + ": ";
        }
        return place;
    }

    private static String file(String printed) {
        Matcher unparsed = UNPARSED.matcher(printed);
        return unparsed.find() ? unparsed.group(1) + ".tla:" : "line ";
    }

    static String oneLine(String message) {
        String line = message.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " ...";
    }
}
