package sfd.flood.roles;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import sfd.ike.IkeSpis;
import sfd.sa.Effect;
import sfd.sa.Policy;

/**
 * One kind of flood at one role.
 *
 * @param id its name in results
 * @param words for people
 * @param models where the spec says the same: without the draw, and with it; empty where no model is of it
 * @param without the policy that ships
 * @param with the one with the draw
 * @param heard the IKE SAs of honest peers, perhaps among others, for which this role has now done what is asked: its state behind a
 *     step, and the step's effects
 * @param bounds what a policy allows
 */
record Kind<S>(String id, String words, List<String> models, Policy without, Policy with, Role<S> role, Traffic traffic,
        BiFunction<S, List<Effect>, Set<IkeSpis>> heard, Function<Policy, Bounds> bounds) {

    Kind {
        models = List.copyOf(models);
    }

    /** At another role, such as one with a fault. */
    Kind<S> at(Role<S> other) {
        return new Kind<>(id, words, models, without, with, other, traffic, heard, bounds);
    }
}
