package sfd.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sfd.catalogue.Catalogue;
import sfd.catalogue.Clause;
import sfd.shell.Watch;

/** The command {@code probe}: asks one case after the other, and judges. */
public final class Probe {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)\\.(answers|octets|sent|notifies|why)}");

    /** The case that is asked whatever is wanted, for who answers nothing at all keeps no clause by it. */
    private static final String PRESENCE = "presence";

    private final Options options;
    private final Target target;
    private final Catalogue catalogue = Catalogue.carried();
    private final Bounds bounds;
    private final Watch watch;
    private final RandomGenerator random;
    private Optional<String> noSa = Optional.empty();
    private boolean heard;

    /**
     * How it asks.
     *
     * @param waitNanos for an answer
     * @param most datagrams in all
     * @param aSecond datagrams at most, but in a burst
     * @param wanted the ids of the cases to ask
     */
    public record Options(long waitNanos, int most, int aSecond, Predicate<String> wanted) {
    }

    /**
     * One that has asked nothing yet.
     *
     * @param watch looks on at what comes and goes
     * @param random a strong generator, but for tests
     */
    public Probe(Target target, Options options, Watch watch, RandomGenerator random) {
        this.target = target;
        this.options = options;
        this.watch = watch;
        this.random = random;
        this.bounds = new Bounds(options.most(), options.aSecond());
    }

    /** The ids of all cases there are, in order. */
    public static List<String> ids() {
        return Cases.read().stream().map(Case::id).toList();
    }

    /** Datagrams sent so far. */
    public int sent() {
        return bounds.sent();
    }

    /**
     * Asks all that is wanted.
     *
     * @param told of each as it is judged
     * @throws IOException if our address or a port cannot be used
     */
    public List<Judgement> run(Consumer<Judgement> told) throws IOException {
        var all = new ArrayList<Judgement>();
        for (Case it : Cases.read()) {
            boolean wanted = options.wanted().test(it.id());
            if (wanted || it.id().equals(PRESENCE)) {
                Judgement judged = judge(it);
                heard |= isHeard(judged.seen());
                if (wanted) {
                    all.add(judged);
                    told.accept(judged);
                }
            }
        }
        return List.copyOf(all);
    }

    private Judgement judge(Case it) throws IOException {
        var seen = new LinkedHashMap<String, Seen>();
        if (it.session() && target.credentials().isEmpty()) {
            return unobservable(it, seen, "not asked: it needs an IKE SA, and there is no pre-shared key");
        }
        if (it.session() && noSa.isPresent()) {
            return unobservable(it, seen, "not asked: no IKE SA came about, " + noSa.get());
        }
        try (var conversation = new Conversation(target, new Ends(target.here(), bounds, watch), options.waitNanos(), random)) {
            Optional<String> failed = carriedThrough(it, conversation, seen);
            if (failed.isPresent()) {
                return unobservable(it, seen, failed.get());
            }
        } catch (NotObservableException e) {
            return unobservable(it, seen, e.getMessage());
        }
        for (Case.Outcome outcome : it.outcomes()) {
            if (outcome.when().stream().allMatch(condition -> condition.holds(seen))) {
                List<Clause> clauses = outcome.clauses().stream().map(id -> catalogue.clause(id).orElseThrow()).toList();
                Verdict verdict = verdict(outcome.says(), clauses);
                return verdict == Verdict.MEETS && !heard && !isHeard(seen)
                        ? unobservable(it, seen, "it is silent, as it is to everything: perhaps nobody is there")
                        : new Judgement(it.id(), it.says(), verdict, clauses, filled(outcome.sentence(), seen), seen);
            }
        }
        throw new IllegalStateException("no outcome of " + it.id() + " holds");
    }

    /** Why not, if the case cannot be; an IKE SA is not left behind in any case. */
    private Optional<String> carriedThrough(Case it, Conversation conversation, Map<String, Seen> seen)
            throws NotObservableException, IOException {
        try {
            for (Case.Step step : it.steps()) {
                Seen now = conversation.perform(step);
                seen.put(step.id(), now);
                if (step.kind() == Case.Kind.ESTABLISH && !now.done() && !step.mayFail()) {
                    noSa = Optional.of(now.why());
                    return Optional.of("no IKE SA came about: " + now.why());
                }
            }
            return Optional.empty();
        } finally {
            conversation.part();
        }
    }

    private static boolean isHeard(Map<String, Seen> seen) {
        return seen.values().stream().anyMatch(it -> !it.came().isEmpty());
    }

    private static Verdict verdict(String says, List<Clause> clauses) {
        return switch (says) {
            case "meets" -> Verdict.MEETS;
            case "against" -> Verdict.against(clauses);
            default -> Verdict.UNOBSERVABLE;
        };
    }

    private static Judgement unobservable(Case it, Map<String, Seen> seen, String why) {
        return new Judgement(it.id(), it.says(), Verdict.UNOBSERVABLE, List.of(), why, seen);
    }

    private static String filled(String sentence, Map<String, Seen> seen) {
        return PLACE.matcher(sentence).replaceAll(it -> Matcher.quoteReplacement(value(seen.get(it.group(1)), it.group(2))));
    }

    private static String value(Seen seen, String what) {
        return switch (what) {
            case "answers" -> String.valueOf(seen.clear().size());
            case "octets" -> String.valueOf(seen.octets(false));
            case "sent" -> String.valueOf(seen.octets(true));
            case "notifies" -> seen.notified();
            default -> seen.why();
        };
    }
}
