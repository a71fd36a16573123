package sfd.command;

import java.io.PrintStream;
import java.util.List;
import java.util.function.UnaryOperator;
import sfd.check.BadInput;
import sfd.check.Layout;
import sfd.check.Result;
import sfd.cutoff.Cutoff;
import sfd.cutoff.Cutoffs;
import sfd.draw.Sequence;

/**
 * Runs what {@code --cutoff} asks for.
 *
 * @param names of worlds; none for all
 */
record CutoffRun(Layout layout, List<String> names, PrintStream out) {

    /** @return whether every step is explained, no verdict speaks against it, and what falls among others holds alone */
    boolean run() {
        Cutoff kept = Cutoff.KEPT.read(layout);
        for (String name : names) {
            if (kept.worlds().stream().noneMatch(it -> it.name().equals(name)) && kept.detection().stream().noneMatch(it -> it.name().equals(name))) {
                throw new BadInput("spec/cutoff.json has no world " + name);
            }
        }
        var cutoffs = new Cutoffs(layout, kept.parts());
        boolean shown = true;
        for (Cutoff.Seen world : kept.worlds()) {
            if (isWanted(world.name())) {
                Cutoffs.Looked looked = cutoffs.at(world);
                print(world, looked, kept.claims());
                shown &= looked.isShown(kept.claims());
                keep(it -> it.with(world.with(looked.found())));
            }
        }
        for (Cutoff.Detection world : kept.detection()) {
            if (isWanted(world.name())) {
                Cutoff.Detection found = cutoffs.detection(world, out);
                shown &= Result.HOLDS.toString().equals(found.alone());
                keep(it -> it.with(found));
            }
        }
        return shown;
    }

    /** Each as soon as it is known: all take long. */
    private void keep(UnaryOperator<Cutoff> change) {
        Cutoff.KEPT.write(layout, change.apply(Cutoff.KEPT.read(layout)));
    }

    private boolean isWanted(String name) {
        return names.isEmpty() || names.contains(name);
    }

    private void print(Cutoff.Seen world, Cutoffs.Looked looked, List<Cutoff.Claim> claims) {
        Cutoff.Found found = looked.found();
        out.printf("%s: %,d states, %,d transitions, %d s; %s%n", world.name(), found.states(), found.transitions(), found.seconds(), found.verdicts());
        for (Cutoff.Through it : found.sights()) {
            out.printf("  through %s: %,d states, %,d transitions; %,d steps not seen, %,d its own, others' %s, missing %s%n    among others %s%n"
                    + "    alone %s%n", it.pairs(), it.states(), it.transitions(), it.hidden(), it.own(), it.needs(), it.missing(), it.among(), it.alone());
        }
        looked.contradictions(claims).forEach(it -> out.println("  " + it + " holds of fewer SAs among others, and not here"));
        looked.way().ifPresent(way -> Sequence.lines(way).forEach(out::println));
    }
}
