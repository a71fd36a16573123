package sfd.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sfd.check.Assumptions;
import sfd.check.BadInput;
import sfd.check.CommittedTraces;
import sfd.check.Described;
import sfd.check.Entry;
import sfd.check.Examination;
import sfd.check.Examined;
import sfd.check.GeneratedFiles;
import sfd.check.Importing;
import sfd.check.Known;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.check.ModelFiles;
import sfd.check.Recording;
import sfd.check.ReplayCoverage;
import sfd.check.Run;
import sfd.check.SpecJson;
import sfd.check.Status;
import sfd.check.Table;
import sfd.check.Totals;
import sfd.check.Verdicts;
import sfd.draw.Sequence;
import sfd.kept.KeptResults;
import sfd.kept.Watch;
import sfd.pages.Documents;
import sfd.pages.Never;
import sfd.pages.Sources;
import sfd.report.Report;
import sfd.sensitivity.Ablation;
import sfd.sensitivity.Mutants;
import sfd.sensitivity.Occurrences;
import sfd.sensitivity.Variations;
import sfd.sensitivity.Without;
import sfd.traces.graph.Trace;
import sfd.traces.tlc.Progress;

/** The command: see its options. It ends with 0 if all is as expected, 3 if not, and else as {@link Status} says. */
@Command(name = "check", sortOptions = false,
        description = "Checks the models of spec/manifest.json and the Java roles against them. Without options: all quick "
                + "models. Ends with 0 only if everything is as expected, 3 if not, 4 for input that cannot be used, 5 if "
                + "the output cannot be written.")
public final class CheckCommand implements Callable<Integer> {

    static final int AS_EXPECTED = Status.DONE;
    static final int UNEXPECTED = Status.UNEXPECTED;

    /** Replays that a run of all models times after the first passes; a run of some models makes one more pass. */
    private static final long WARM_REPLAYS = 1_000_000;

    @Option(names = "--list", description = "Lists models, properties and what is expected of them, of all or of those named with --model; checks nothing.")
    private boolean list;

    @Option(names = "--model", paramLabel = "NAME", description = "Checks this model only; may be repeated.")
    private List<String> models = new ArrayList<>();

    @Option(names = "--more", description = "Checks those models too that take seconds each and show what others show, or what findings lean on.")
    private boolean more;

    @Option(names = "--all", description = "Checks the long models too.")
    private boolean all;

    @Option(names = "--draw", arity = "2", paramLabel = "MODEL PROPERTY", hideParamSyntax = true,
            description = "With a model and a property: draws the shortest counterexample as a message sequence.")
    private String[] draw;

    @Option(names = "--record", description = "Prints the manifest entries as measured, to compare and paste. For a new "
            + "model write an entry with \"expected\": {}, \"states\": 0 and \"transitions\": 0 first.")
    private boolean record;

    @Option(names = "--coverage", description = "Runs the walked models once more and prints how many branches of the "
            + "reference the replay alone runs through.")
    private boolean coverage;

    @Option(names = "--import", description = "Takes worlds written by hand, in modules of spec/models, and configurations "
            + "written by hand into spec/worlds.json and spec/manifest.json, and writes modules and configurations anew.")
    private boolean importing;

    @Option(names = "--documents", description = "Writes the configurations of models and the worlds in their modules anew from "
            + "spec/manifest.json and spec/worlds.json, spec/models/models.json from the models, and the generated parts of README.md, "
            + "reference/README.md, properties/README.md, spec/FINDINGS.md, spec/MENDED.md, spec/MATRIX.md and spec/models/README.md, and the pictures in spec/pictures.")
    private boolean documents;

    @Option(names = "--report", description = "Writes target/check/report.html anew from the verdicts of the last run; checks nothing.")
    private boolean report;

    @Option(names = "--ablation", description = "Switches each clause off alone in each smaller system model, and writes "
            + "spec/ablation.json: what falls. Takes some twenty minutes.")
    private boolean ablation;

    @Option(names = "--assumptions", description = "Drops each assumption of each smaller system model alone, and raises each "
            + "bound by one, and writes spec/assumptions.json: what falls. Takes about an hour; with --model only those are done anew.")
    private boolean assumptions;

    @Option(names = "--supplies", description = "Lets crashes, isolation, loss of packets and of SAs and failed recoveries come as often as they "
            + "like, in each system model without temporal properties that is not long, and writes spec/supplies.json: what falls. "
            + "Takes some twenty minutes; with --model only those are done anew.")
    private boolean supplies;

    @Option(names = "--cutoff", description = "Looks IKE SAs away: asks of each world of spec/cutoff.json whether each of its steps, seen through all "
            + "its SAs but one, is a step of the world with one less and others around it; and keeps there what comes out. With --model of these "
            + "worlds only. Ends with 3 if a step is none, and draws the way there.")
    private boolean cutoff;

    @Option(names = "--occurrences", description = "Walks all models and writes spec/occurrences.json: which messages of the "
            + "attacker, which effects and which reasons occur in which system model.")
    private boolean occurrences;

    @Option(names = "--mutants", description = "Plants each fault of spec/mutants.json in a copy of the spec; ends with 3 if one "
            + "does not make its property fall. Takes some ten minutes.")
    private boolean mutants;

    @Option(names = "--traces", description = "Writes the committed traces anew: walks every model that has some.")
    private boolean traces;

    @Option(names = "--fresh", description = "Checks every model anew. Without it a result of an earlier run stands, and is said to be "
            + "kept, if nothing that it depends on has changed: its modules, its configuration, what is expected of it, what is "
            + "committed of it, and all classes, TLC's too.")
    private boolean fresh;

    @Option(names = "--watch", description = "Checks anew, whenever a file in spec is saved, the models that depend on it, the quickest "
            + "first, and shows what is not as expected. Until it is stopped.")
    private boolean watch;

    @Option(names = "--clause", paramLabel = "ID", description = "With --off: a clause.")
    private String clause;

    @Option(names = "--off", description = "With --clause: shows what comes out otherwise where nobody keeps it, in each smaller "
            + "model or in those of --model, and the shortest way there. Ends with 0, whatever it is.")
    private boolean off;

    @Mixin
    private Help help;

    @Mixin
    private Project project;

    private final PrintStream out;
    private Layout layout;

    CheckCommand(Streams streams) {
        this.out = streams.out();
    }

    /** What Maven runs: {@link Sfd}, with this command where the arguments do not begin with one. */
    public static void main(String[] arguments) {
        boolean named = arguments.length > 0 && (Sfd.COMMANDS.contains(arguments[0]) || arguments[0].equals(Sfd.HELP));
        int status = Sfd.inOwnScratch(Streams.UNDER_MAVEN, named ? arguments : Sfd.with("check", arguments));
        System.exit(Layout.ofBuild().map(build -> build.markEnd(status)).orElse(status));
    }

    @Override
    public Integer call() {
        layout = project.layout();
        if (importing) {
            new Importing(layout, out).run();
        }
        Manifest manifest = Manifest.read(layout);
        if (importing) {
            GeneratedFiles.write(ModelFiles.of(layout, manifest));
            return AS_EXPECTED;
        }
        if (list) {
            list(models.isEmpty() ? manifest.models() : selected(manifest));
            return AS_EXPECTED;
        }
        if (off != (clause != null)) {
            throw new BadInput("--clause ID and --off belong together");
        }
        if (off) {
            new Without(layout, clause, out).print(selected(manifest), !models.isEmpty());
            return AS_EXPECTED;
        }
        if (watch) {
            new Watch(layout, this::selected, out).run();
            return AS_EXPECTED;
        }
        if (report) {
            out.println(new Report(layout, manifest).write());
            return AS_EXPECTED;
        }
        if (traces) {
            new CommittedTraces(layout, out).write(manifest);
            return AS_EXPECTED;
        }
        if (ablation) {
            new Ablation(layout, manifest).write(out);
            return AS_EXPECTED;
        }
        if (assumptions) {
            return vary(manifest, Variations.Scope.ASSUMPTIONS, Assumptions.KEPT);
        }
        if (supplies) {
            return vary(manifest, Variations.Scope.SUPPLIES, Assumptions.SUPPLIES);
        }
        if (cutoff) {
            return new CutoffRun(layout, models, out).run() ? AS_EXPECTED : UNEXPECTED;
        }
        if (mutants) {
            return Mutants.KEPT.read(layout).fall(layout, manifest, out) ? AS_EXPECTED : UNEXPECTED;
        }
        if (occurrences) {
            Occurrences.KEPT.write(layout,
                    Occurrences.of(layout, models.isEmpty() ? manifest.models() : selected(manifest), out));
            return AS_EXPECTED;
        }
        if (documents) {
            Sources.require(layout, manifest);
            Sources.requireWorlds(layout);
            GeneratedFiles.write(ModelFiles.of(layout, manifest));
            Described described = Described.ask(layout, manifest);
            described.write(layout);
            new Documents(layout, manifest, described).write();
            return AS_EXPECTED;
        }
        if (coverage) {
            return ReplayCoverage.print(CheckCommand.class, layout, selected(manifest), out) ? AS_EXPECTED : UNEXPECTED;
        }
        return draw == null ? check(manifest) : draw(manifest.get(draw[0]), draw[1]);
    }

    private int vary(Manifest manifest, Variations.Scope scope, SpecJson<Assumptions> kept) {
        try (var variations = new Variations(layout, manifest, scope)) {
            kept.write(layout, models.isEmpty() ? variations.all(out)
                    : variations.some(it -> models.contains(it.name()), kept.read(layout), out));
        }
        return AS_EXPECTED;
    }

    private void list(List<Entry> entries) {
        for (Entry entry : entries) {
            out.printf("%s (%s%s): %s%n", entry.name(), entry.time(), entry.temporal() ? ", temporal" : "", entry.says());
            entry.expected().forEach((property, expected) -> out.printf("    %-32s %s%n", property, expected));
        }
    }

    private int check(Manifest manifest) {
        layout.prepare();
        long start = System.nanoTime();
        List<Entry> entries = selected(manifest);
        List<Examined> examined = new Run(layout, warm(entries.size()), known(), out).of(entries,
                it -> {
                    if (record) {
                        out.println(Recording.of(it));
                    }
                });
        Totals totals = Totals.of(examined, Verdicts.rounded((System.nanoTime() - start) / 1e9));
        Verdicts.write(layout, Verdicts.document(layout, examined, totals));
        out.println();
        Table.print(examined, totals, out);
        Run.complain(examined, out);
        if (models.isEmpty()) {
            report(manifest);
        }
        return examined.stream().allMatch(Examined::asExpected) ? AS_EXPECTED : UNEXPECTED;
    }

    /** What is recorded is what was just measured. */
    private Known known() {
        return fresh || record ? Known.NOTHING : KeptResults.of(layout);
    }

    /** For people, when all is judged: where it cannot be written, verdicts and status are what they are. */
    private void report(Manifest manifest) {
        try {
            out.println("for people: " + layout.root().relativize(new Report(layout, manifest).write()));
        } catch (BadInput e) {
            out.println("the report is not written: " + e.getMessage());
        }
    }

    /** How many replays of each model to time after the first pass. */
    private long warm(int entries) {
        if (record) {
            return 0;
        }
        return models.isEmpty() ? WARM_REPLAYS / Math.max(1, entries) : 1;
    }

    private List<Entry> selected(Manifest manifest) {
        if (!models.isEmpty()) {
            return models.stream().distinct().map(manifest::get).toList();
        }
        return manifest.models().stream().filter(entry -> switch (entry.time()) {
            case QUICK -> true;
            case MORE -> more || all;
            case LONG -> all;
        }).toList();
    }

    private int draw(Entry entry, String property) {
        Examined examined = entry.temporal() ? Run.temporal(layout, entry)
                : new Examination(layout, Examination.WALK_ONLY).examine(entry, Progress.NONE);
        if (examined.about().isEmpty()) {
            throw new BadInput(examined.problems().getFirst());
        }
        if (!examined.findings().containsKey(property)) {
            throw new BadInput(entry.name() + " has no property " + property + ", only "
                    + String.join(", ", examined.findings().keySet()));
        }
        Optional<Trace> trace = examined.finding(property).trace();
        out.println(entry.name() + ": " + property + " " + examined.finding(property));
        Integer loop = examined.finding(property).loop();
        if (trace.isPresent() && loop != null) {
            out.println(Never.words(property) + " This is one way of many: neither the shortest, nor the same with every version of TLC.");
        }
        trace.ifPresent(it -> (loop == null ? Sequence.lines(it) : Sequence.lines(it, loop)).forEach(out::println));
        return AS_EXPECTED;
    }
}
