package sfd.sa;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a role makes of one event.
 *
 * @param next the next state; the very same object if nothing changed
 * @param effects what is to be done, in this order
 * @param because ids of the clauses that decided
 */
public record Step<S>(S next, List<Effect> effects, Set<String> because) {

    public Step {
        effects = List.copyOf(effects);
        because = Set.copyOf(because);
    }

    /** A step with one effect. */
    public static <S> Step<S> of(S next, Set<String> because, Effect effect) {
        return new Step<>(next, List.of(effect), because);
    }

    /** A step with at most a few effects. */
    public static <S> Step<S> of(S next, Set<String> because, Effect... effects) {
        return new Step<>(next, List.of(effects), because);
    }

    /** What must be ignored leaves the state as it is and names the reason. */
    public static <S> Step<S> ignore(S state, LogReason reason, Set<String> because) {
        return of(state, because, new Effect.Log(reason));
    }

    /** The same for a reason that was made before. */
    public static <S> Step<S> ignore(S state, Ignored ignored) {
        return new Step<>(state, ignored.log(), ignored.because());
    }

    /**
     * One message may concern several IKE SAs: a step for each, one upon the other. What is logged still comes before what
     * is sent.
     */
    public static <S, K> Step<S> forEach(S state, Iterable<K> keys, BiFunction<S, K, Step<S>> each) {
        Step<S> all = null;
        for (K key : keys) {
            Step<S> one = each.apply(all == null ? state : all.next(), key);
            all = all == null ? one : new Step<>(one.next(), logsFirst(all.effects(), one.effects()), all.because()).citing(one.because());
        }
        return all == null ? of(state, Set.of()) : all;
    }

    private static List<Effect> logsFirst(List<Effect> these, List<Effect> those) {
        return Stream.of(true, false)
                .flatMap(logs -> Stream.concat(these.stream(), those.stream()).filter(it -> it instanceof Effect.Log == logs))
                .toList();
    }

    /** The same effects for the same reasons, with another next state. */
    public <T> Step<T> with(T other) {
        return new Step<>(other, effects, because);
    }

    /** The same effects for the same reasons, as a step of a larger state. */
    public <T> Step<T> map(Function<S, T> larger) {
        return new Step<>(larger.apply(next), effects, because);
    }

    /** With one more effect, before the others. */
    public Step<S> after(Effect first) {
        return new Step<>(next, Stream.concat(Stream.of(first), effects.stream()).toList(), because);
    }

    /** With more clauses that decided. */
    public Step<S> citing(Set<String> more) {
        return because.containsAll(more) ? this : new Step<>(next, effects, because.isEmpty() ? more
                : Stream.concat(because.stream(), more.stream()).collect(Collectors.toUnmodifiableSet()));
    }
}
