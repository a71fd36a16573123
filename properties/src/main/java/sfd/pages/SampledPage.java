package sfd.pages;

import java.util.stream.Collectors;
import sfd.check.Layout;
import sfd.sampling.Sampled;

/** What samples of the larger worlds came to, which proves nothing. */
record SampledPage(Layout layout) {

    String table() {
        var rows = new StringBuilder("| world | behaviours | longest | states | transitions | replayed on the Java | differ | come by | violate |\n"
                + "|---|---:|---:|---:|---:|---:|---:|---|---|\n");
        var words = new StringBuilder("\n");
        for (Sampled.Large it : Sampled.KEPT.read(layout).worlds()) {
            words.append("- `").append(it.name()).append("`: ").append(it.says()).append(" Claims: ")
                    .append(it.properties().stream().filter(name -> !name.startsWith("Reach")).collect(Collectors.joining(", "))).append(".\n");
            rows.append(it.found() == null ? "| %s | not sampled | | | | | | | |\n".formatted(it.name()) : row(it.name(), it.found()));
        }
        return rows.append(words).toString();
    }

    private static String row(String name, Sampled.Found it) {
        return "| %s | %,d | %d | %,d | %,d | %,d | %,d | %s | %s |\n".formatted(name, it.behaviours(), it.longest(), it.states(), it.transitions(),
                it.replayed(), it.mismatches(), it.reached().entrySet().stream().map(reached -> reached.getKey() + " " + reached.getValue())
                        .collect(Collectors.joining(", ")), it.violated().isEmpty() ? "none" : String.join(", ", it.violated()));
    }
}
