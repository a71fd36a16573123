package sfd.mutation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import sfd.check.About;
import sfd.check.Entry;
import sfd.check.Expectation;
import sfd.check.Result;
import sfd.check.SpecCopy;
import sfd.lockstep.Lockstep;
import sfd.lockstep.NotInModelException;
import sfd.lockstep.Replay;
import sfd.lockstep.RoleFunctions;
import sfd.mutation.Notice.Kind;
import sfd.token.BouncyDigest;
import sfd.token.Digest;
import sfd.token.JdkDigest;
import sfd.traces.tlc.Model;
import sfd.traces.tlc.Progress;
import sfd.traces.tlc.TlcException;
import sfd.traces.tlc.Verdict;
import sfd.traces.tlc.Walk;
import sfd.traces.tlc.Walked;
import sfd.traces.value.ValueException;

/** A mutant in role models, until something notices it. */
final class Trial {

    /** Transitions of a beginning: most mutants are noticed in it. */
    private static final long BEGINNING = 1_500;
    /** And of what did not notice a mutant so far. */
    private static final long LONGER = 15_000;
    /** A graph that grows beyond so many times its size is given up: it has grown. */
    private static final long GROWTH = 4;

    private final SpecCopy copy;
    private final RoleFunctions roles = RoleFunctions.reference(new JdkDigest());
    private final Digest oracle = new BouncyDigest();
    /** The model that noticed last: it often notices the next one too. */
    private String last = "";

    Trial(SpecCopy copy) {
        this.copy = copy;
    }

    /** The beginning of each graph. @return nothing where the mutant survives */
    Optional<Notice> begun(SpecMutant mutant, ModuleText text, List<Entry> models) {
        return planted(mutant, text, models.stream(), it -> BEGINNING);
    }

    /** More of each than the beginning, that which noticed last before the others. */
    Optional<Notice> further(SpecMutant mutant, ModuleText text, List<Entry> models) {
        return planted(mutant, text, models.stream().sorted(Comparator.comparing(it -> !noticedLast(it))), it -> LONGER);
    }

    boolean noticedLast(Entry entry) {
        return entry.name().equals(last);
    }

    /** The whole of each. */
    Optional<Notice> whole(SpecMutant mutant, ModuleText text, List<Entry> models) {
        return planted(mutant, text, models.stream(), it -> GROWTH * it.transitions());
    }

    private Optional<Notice> planted(SpecMutant mutant, ModuleText text, Stream<Entry> models, ToLongFunction<Entry> most) {
        String file = SpecMutant.file(mutant.module());
        copy.write(file, mutant.planted(text));
        try {
            return models.map(it -> looked(it, most.applyAsLong(it))).flatMap(Optional::stream).findFirst();
        } finally {
            copy.write(file, text.text());
        }
    }

    private Optional<Notice> looked(Entry entry, long most) {
        var model = new Model(entry.name(), copy.folder().resolve(entry.module()), copy.folder().resolve(entry.config()));
        About about;
        Walked walked;
        try (Walk walk = Walk.open(model)) {
            about = About.of(walk);
            walked = walk.run(Progress.NONE, most);
        } catch (TlcException e) {
            return notice(Kind.UNEVALUATED, entry, e.getMessage());
        }
        Optional<Notice> otherwise = walked.verdicts().stream().filter(it -> !isExpected(it, entry, walked)).findFirst()
                .flatMap(it -> notice(Kind.VERDICT, entry, it.property() + " " + words(it)));
        return otherwise.or(() -> size(entry, walked, most)).or(() -> compared(entry, about, walked));
    }

    /** What is not violated in a beginning may still be. */
    private static boolean isExpected(Verdict verdict, Entry entry, Walked walked) {
        Expectation expected = entry.expected().get(verdict.property());
        return words(verdict).equals(expected.toString()) || verdict.holds() && !walked.complete();
    }

    private static String words(Verdict verdict) {
        return verdict.violation().map(trace -> Result.VIOLATED + " in " + (trace.length() - 1)).orElse(Result.HOLDS.toString());
    }

    private Optional<Notice> size(Entry entry, Walked walked, long most) {
        if (!walked.complete()) {
            return most > entry.transitions() ? notice(Kind.COUNT, entry, "more than %,d transitions".formatted(most)) : Optional.empty();
        }
        return walked.generated() == entry.transitions() && walked.graph().stateCount() == entry.states() ? Optional.empty()
                : notice(Kind.COUNT, entry, "%,d states, %,d transitions".formatted(walked.graph().stateCount(), walked.generated()));
    }

    private Optional<Notice> compared(Entry entry, About about, Walked walked) {
        try {
            Replay replay = new Lockstep(walked.graph(), about.roles(), about.policies(), roles, oracle)
                    .replay(walked.complete() ? Replay.Kind.ROLE : Replay.Kind.SYSTEM, 0);
            return replay.first().map(it -> "a step that the Java does otherwise after %d".formatted(it.trace().length() - 2))
                    .or(replay::stray).flatMap(it -> notice(Kind.MISMATCH, entry, it));
        } catch (NotInModelException | ValueException | IllegalArgumentException e) {
            // The last of these where a value of the Java refuses what it is to be made of.
            return notice(Kind.MISMATCH, entry, e.getMessage());
        }
    }

    private Optional<Notice> notice(Kind kind, Entry entry, String words) {
        last = entry.name();
        return Optional.of(new Notice(kind, entry.name(), words));
    }
}
