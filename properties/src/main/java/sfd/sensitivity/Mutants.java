package sfd.sensitivity;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import sfd.check.Entry;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.check.SpecCopy;
import sfd.check.SpecJson;
import sfd.traces.tlc.Checked;
import sfd.traces.tlc.Checker;
import sfd.traces.tlc.Model;

/**
 * Faults of the spec, kept in {@code spec/mutants.json}, each with a property that must fall with it: so that no property
 * holds whatever a role does.
 */
public record Mutants(List<Mutant> mutants) {

    /**
     * @param says what the fault is
     * @param file that has it, below {@code spec}
     * @param from what stands there, once
     * @param to what stands there in its place
     */
    record Mutant(String id, String says, String file, String from, String to, String model, String property) {

        /** How often the text that is replaced stands in the file. */
        int places(String text) {
            return text.split(Pattern.quote(from), -1).length - 1;
        }
    }

    public static final SpecJson<Mutants> KEPT = new SpecJson<>("mutants.json", Mutants.class);

    /** Plants all, one at a time. @return whether the property of each fell */
    public boolean fall(Layout layout, Manifest manifest, PrintStream out) {
        boolean all = true;
        for (Mutant mutant : mutants) {
            String found = plant(layout, manifest.get(mutant.model()), mutant);
            boolean fell = found.equals(mutant.property() + " falls");
            out.printf("%s: %s%n", mutant.id(), fell ? found : "NOT " + mutant.property() + " falls, but: " + found);
            all &= fell;
        }
        return all;
    }

    /** What TLC's own checker says of the model with the fault, its other properties left out. */
    static String plant(Layout layout, Entry entry, Mutant mutant) {
        try (SpecCopy copy = SpecCopy.of(layout.spec())) {
            String text = copy.read(mutant.file());
            if (mutant.places(text) != 1) {
                return "what is to be replaced stands " + mutant.places(text) + " times in " + mutant.file();
            }
            copy.write(mutant.file(), text.replace(mutant.from(), mutant.to()));
            String section = mutant.property().endsWith("Inv") || mutant.property().equals("TypeOK") ? "INVARIANT " : "PROPERTY ";
            Path config = copy.write(entry.config(), copy.read(entry.config())
                    .replaceAll("(?s)\\n(INVARIANT|PROPERT)[A-Z]* .*", "\n") + section + mutant.property() + "\n");
            return switch (Checker.checkAlone(new Model(entry.name(), copy.folder().resolve(entry.module()), config))) {
                // Nothing else is checked here; of a refinement TLC names the part that falls.
                case Checked.Violated violated -> mutant.property() + " falls";
                case Checked.Holds holds -> "it holds, in " + holds.totals().distinct() + " states";
                case Checked.Failed failed -> failed.line();
            };
        }
    }
}
