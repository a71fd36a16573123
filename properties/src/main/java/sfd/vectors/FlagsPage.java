package sfd.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The tables of the README of the vectors, between marks of its own. */
final class FlagsPage {

    private static final String BEGIN = "<!-- flags -->\n";
    private static final String END = "<!-- /flags -->\n";

    private FlagsPage() {
    }

    /** The page with today's tables; the same page if it has no place for them. */
    static String of(String page, List<VectorFile> files) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        return begin < 0 || end < begin ? page : page.substring(0, begin + BEGIN.length()) + tables(files)
                + page.substring(end);
    }

    private static String tables(List<VectorFile> files) {
        List<String> lines = new ArrayList<>(List.of("| file | cases | valid | invalid | acceptable |",
                "|---|---:|---:|---:|---:|"));
        int cases = 0;
        long[] results = new long[3];
        for (VectorFile file : files) {
            long[] here = {file.cases("valid"), file.cases("invalid"), file.cases("acceptable")};
            lines.add(row(file.function(), file.cases(), here));
            cases += file.cases();
            for (int i = 0; i < here.length; i++) {
                results[i] += here[i];
            }
        }
        lines.add(row("all", cases, results));
        for (VectorFile file : files) {
            lines.addAll(List.of("", "**" + file.function() + "**", "", "| flag | | what it is | clauses | who misses it |",
                    "|---|---|---|---|---|"));
            file.flags().properties().forEach(it -> lines.add(flag(it.getKey(), it.getValue())));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String row(String name, int cases, long[] results) {
        return "| %s | %d | %d | %d | %d |".formatted(name, cases, results[0], results[1], results[2]);
    }

    private static String flag(String name, JsonNode it) {
        List<String> clauses = new ArrayList<>();
        it.get("clauses").forEach(clause -> clauses.add(clause.asText()));
        return "| `%s` | %s | %s | %s | %s |".formatted(name, it.get("kind").asText(), it.get("description").asText(),
                String.join(", ", clauses),
                it.get("effect").asText());
    }
}
