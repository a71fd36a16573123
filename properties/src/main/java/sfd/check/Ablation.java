package sfd.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sfd.catalogue.Switches;
import sfd.traces.tlc.Model;
import sfd.traces.tlc.TlcException;
import sfd.traces.tlc.Verdict;
import sfd.traces.tlc.Walk;
import sfd.traces.tlc.Walked;

/**
 * Each clause that has a switch, off alone, in each system model where it could matter: what falls. A clause without
 * which every claim comes out the same in all of them is checked in none of them, whatever its role model says.
 *
 * <p>Walked with the spec alone: the Java keeps every clause, so nothing is replayed.
 */
final class Ablation {

    /** Models with more transitions than this are left out. */
    static final long LARGEST = 3_000;
    /** A graph that grows beyond this without the clause is given up, and said so. */
    private static final int MOST = 60_000;

    private static final Pattern OFF = Pattern.compile("(?m)^(  Off = \\{)([^}]*)\\}");

    /**
     * A property that comes out otherwise.
     *
     * @param was what is expected with the clause
     * @param now what the walk finds without it
     */
    record Difference(String model, String property, String was, String now) {
    }

    /**
     * What one clause is good for.
     *
     * @param differences in verdicts, or in whether something is reached
     * @param changes models with the same verdicts, but another graph or a longer or shorter counterexample
     * @param same models where nothing changes at all
     * @param undecided models of which the spec without the clause has no graph to judge, and why
     */
    record OfClause(String clause, List<Difference> differences, List<String> changes, List<String> same,
            Map<String, String> undecided) {

        /** "SoundGoneProp in QcdInventedOneSa: violated in 3". */
        List<String> words() {
            return differences.stream().map(it -> it.property() + " in " + it.model() + ": " + it.now()).toList();
        }
    }

    private final Layout layout;
    private final List<Entry> models;

    Ablation(Layout layout, Manifest manifest) {
        this.layout = layout;
        this.models = manifest.models().stream().filter(Ablation::isCovered).toList();
    }

    /** @return whether a model is one of those in which clauses are switched off */
    static boolean isCovered(Entry entry) {
        return !entry.temporal() && entry.time() == Entry.Time.QUICK && entry.module().endsWith("Worlds.tla")
                && entry.transitions() <= LARGEST;
    }

    /** What is kept in {@code spec/ablation.json}. @param transitionsAtMost of the models that are covered */
    record Document(long transitionsAtMost, List<OfClause> clauses) {
    }

    static Path file(Layout layout) {
        return layout.spec().resolve("ablation.json");
    }

    /** What is kept. @throws BadInput where it cannot be read */
    static Document read(Layout layout) {
        try {
            return new ObjectMapper().readValue(file(layout).toFile(), Document.class);
        } catch (IOException e) {
            throw new BadInput("spec/ablation.json: " + e.getMessage().replaceAll("\\s+", " "));
        }
    }

    /** Walks all and keeps it. */
    void write(PrintStream out) {
        try {
            Files.writeString(file(layout), new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(new Document(LARGEST, run(out))) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All clauses that the roles of the spec have a switch for. */
    private List<OfClause> run(PrintStream out) {
        var all = new ArrayList<OfClause>();
        for (String clause : Switches.ofRoles(layout.spec())) {
            OfClause of = of(clause, Set.of());
            all.add(of);
            out.printf("%s: %d verdicts differ, %d models change, %d do not, %d undecided%n", clause, of.differences().size(),
                    of.changes().size(), of.same().size(), of.undecided().size());
        }
        return all;
    }

    /** @param only names of the models to walk; empty for all in which the clause could matter */
    OfClause of(String clause, Set<String> only) {
        var differences = new ArrayList<Difference>();
        var changes = new TreeSet<String>();
        var same = new TreeSet<String>();
        var undecided = new TreeMap<String, String>();
        for (Entry entry : models) {
            if (couldMatter(clause, entry) && (only.isEmpty() || only.contains(entry.name()))) {
                try {
                    Walked walked = walk(entry, clause);
                    List<Difference> found = differences(entry, walked);
                    differences.addAll(found);
                    if (found.isEmpty()) {
                        (isSame(entry, walked) ? same : changes).add(entry.name());
                    }
                } catch (TlcException e) {
                    undecided.put(entry.name(), e.getMessage().contains(TooLarge.WORDS) ? TooLarge.WORDS : e.getMessage());
                }
            }
        }
        return new OfClause(clause, differences, List.copyOf(changes), List.copyOf(same), undecided);
    }

    /** A clause of one protocol is not looked at in models of the other. */
    private static boolean couldMatter(String clause, Entry entry) {
        boolean sir = entry.module().endsWith("SirWorlds.tla");
        return clause.startsWith("QCD") ? !sir : !clause.startsWith("SIR") || sir;
    }

    private Walked walk(Entry entry, String clause) {
        Path config = null;
        try {
            config = Files.createTempFile("Without", ".cfg");
            Files.writeString(config, without(Files.readString(layout.spec().resolve(entry.config())), clause));
            Model model = new Model(entry.name(), layout.spec().resolve(entry.module()), config);
            try (Walk walk = Walk.open(model)) {
                return walk.run((states, edges) -> {
                    if (edges > MOST) {
                        throw new TooLarge();
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(config);
        }
    }

    private static final class TooLarge extends RuntimeException {

        static final String WORDS = "more than " + MOST + " transitions";

        TooLarge() {
            super(WORDS);
        }
    }

    private static String without(String configuration, String clause) {
        Matcher off = OFF.matcher(configuration);
        if (!off.find()) {
            throw new IllegalArgumentException("no line Off = {...} in " + configuration);
        }
        String others = off.group(2).isBlank() ? "" : off.group(2) + ", ";
        return off.replaceFirst("$1" + others + "\"" + clause + "\"}");
    }

    private static List<Difference> differences(Entry entry, Walked walked) {
        var differences = new ArrayList<Difference>();
        for (Verdict verdict : walked.verdicts()) {
            Expectation was = entry.expected().get(verdict.property());
            if ((was.result() == Result.HOLDS) != verdict.holds()) {
                differences.add(new Difference(entry.name(), verdict.property(), was.toString(), words(verdict)));
            }
        }
        return differences;
    }

    private static String words(Verdict verdict) {
        return verdict.violation().map(trace -> Result.VIOLATED + " in " + (trace.length() - 1)).orElse(Result.HOLDS.toString());
    }

    private static boolean isSame(Entry entry, Walked walked) {
        return walked.generated() == entry.transitions() && walked.graph().stateCount() == entry.states()
                && walked.verdicts().stream().allMatch(it -> words(it).equals(entry.expected().get(it.property()).toString()));
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
