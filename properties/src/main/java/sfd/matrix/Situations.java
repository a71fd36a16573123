package sfd.matrix;

import java.util.List;
import java.util.Optional;
import sfd.check.BadInput;
import sfd.check.Layout;
import sfd.check.SpecJson;

/**
 * The axes of the comparison, and what is said of cells without a model: {@code spec/situations.json}
 * ({@code spec/schemas/situations.schema.json}).
 *
 * @param attackers from the weakest to the strongest: each can do what those before it can
 * @param asides system models that are in no cell
 */
public record Situations(List<Axis> protocols, List<Axis> deployments, List<Axis> attackers, List<Claim> claims,
        List<Circumstance> circumstances, List<Reason> reasons, List<Same> same, List<Aside> asides) {

    private static final SpecJson<Situations> FILE = new SpecJson<>("situations.json", Situations.class);

    /** A deployment without models of its own that comes to the same as another one, for some protocols. */
    public record Same(String deployment, List<String> protocols, String as, String because, String clause) {

        String words() {
            return because + " (" + clause + ")";
        }
    }

    /** A model, and why it is in no cell. */
    public record Aside(String model, String because) {
    }

    /** @throws BadInput where it cannot be read or is not of its form */
    public static Situations read(Layout layout) {
        return FILE.read(layout);
    }

    List<String> weakerThan(String attacker) {
        return attackers.stream().map(Axis::id).takeWhile(it -> !it.equals(attacker)).toList();
    }

    List<String> strongerThan(String attacker) {
        return attackers.stream().map(Axis::id).dropWhile(it -> !it.equals(attacker)).skip(1).toList();
    }

    Optional<Same> same(Place place) {
        return same.stream().filter(it -> it.deployment().equals(place.deployment()) && it.protocols().contains(place.protocol()))
                .findFirst();
    }

    Optional<Reason> reason(Place place, Reason.Kind kind) {
        return reasons.stream().filter(it -> it.kind() == kind && it.isFor(place)).findFirst();
    }

    public static String words(List<Axis> axis, String id) {
        return axis.stream().filter(it -> it.id().equals(id)).findFirst()
                .orElseThrow(() -> new BadInput("spec/situations.json has no " + id)).words();
    }
}
