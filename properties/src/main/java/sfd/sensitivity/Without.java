package sfd.sensitivity;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sfd.catalogue.Switches;
import sfd.check.BadInput;
import sfd.check.Entry;
import sfd.check.Examination;
import sfd.check.Examined;
import sfd.check.Finding;
import sfd.check.Layout;
import sfd.check.Result;
import sfd.draw.Sequence;
import sfd.traces.graph.Trace;
import sfd.traces.tlc.Progress;

/**
 * One clause that nobody keeps, in each smaller model or in those that are named, role models too: what comes out otherwise, as it
 * comes. The spec alone is walked; temporal models are left out.
 */
public final class Without {

    private static final Pattern OFF = Pattern.compile("Off = \\{(.*)}");

    private final Layout layout;
    private final String clause;
    private final PrintStream out;

    /** @throws BadInput where no role of the spec has a switch for the clause */
    public Without(Layout layout, String clause, PrintStream out) {
        if (!Switches.ofRoles(layout.spec()).contains(clause)) {
            throw new BadInput("no role of the spec has a switch for " + clause + "; spec/models/README.md has those that there are");
        }
        this.layout = layout;
        this.clause = clause;
        this.out = out;
    }

    /**
     * @param named whether somebody asked for these models, however large: what is left out of them is said
     * @return how many properties come out otherwise
     */
    public int print(List<Entry> entries, boolean named) {
        int otherwise = 0;
        int models = 0;
        Optional<Trace> shortest = Optional.empty();
        for (Entry entry : entries) {
            if (entry.temporal() || !OFF.matcher(configuration(entry)).find()) {
                if (named) {
                    out.printf("%s: not asked, for it has %s%n", entry.name(), entry.temporal() ? "temporal properties" : "no switches");
                }
                continue;
            }
            if (!named && entry.transitions() > Ablation.LARGEST) {
                continue;
            }
            models++;
            Examined examined = examined(entry);
            for (String property : entry.expected().keySet()) {
                Finding now = examined.finding(property);
                if (now.result() == Result.ERROR || entry.expected().get(property).isMetBy(now)) {
                    continue;
                }
                otherwise++;
                out.printf("%s: %s is %s, with the clause: %s%n", entry.name(), property, now, entry.expected().get(property));
                if (entry.expected().get(property).result() == Result.HOLDS && !property.startsWith("Reach")
                        && shortest.map(it -> it.length() > now.trace().orElseThrow().length()).orElse(true)) {
                    shortest = now.trace();
                }
            }
            if (examined.about().isEmpty()) {
                out.println("undecided: " + examined.problems().getFirst());
            }
        }
        shortest.ifPresent(it -> Sequence.lines(it).forEach(out::println));
        out.printf("without %s: %d properties come out otherwise in %d models%s%n", clause, otherwise, models,
                named ? "" : " of at most %,d transitions; a larger one with --model".formatted(Ablation.LARGEST));
        return otherwise;
    }

    private Examined examined(Entry entry) {
        Matcher off = OFF.matcher(configuration(entry));
        String text = off.replaceFirst(it -> "Off = {" + (it.group(1).isEmpty() ? "" : it.group(1) + ", ") + '"' + clause + "\"}");
        try (var config = ScratchConfiguration.of(text)) {
            return new Examination(layout, Examination.WALK_ONLY).examine(entry.configuredBy(config.file()),
                    Progress.NONE);
        }
    }

    private String configuration(Entry entry) {
        try {
            return Files.readString(entry.model(layout).config());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
