package sfd.matrix;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a protocol in a deployment against an attacker, as to a claim.
 *
 * @param deciding models that decide it, or the ones of the cell that does; of what fails the shortest first
 * @param aside what models show in further circumstances
 * @param from the cell that implies it; null where models of its own decide it, or none does
 * @param words the reason, of a cell without a verdict, or why another one implies it; else empty
 */
public record Cell(Place place, Kind kind, List<Evidence> deciding, List<Evidence> aside, Place from, String words) {

    /** What a cell says, from what is surest on. */
    public enum Kind {
        HOLDS("holds"),
        ASSUMING("holds under named assumptions"),
        FAILS("fails"),
        IN_CIRCUMSTANCES("only in circumstances"),
        NOT_APPLICABLE("not applicable"),
        NOT_MODELLED("not modelled");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    static final Comparator<Evidence> SHORTEST = Comparator.comparing(Evidence::steps, Comparator.nullsLast(Comparator.naturalOrder()));

    public Cell {
        deciding = deciding.stream().sorted(SHORTEST).toList();
        aside = List.copyOf(aside);
    }

    public boolean isImplied() {
        return from != null;
    }

    public boolean holds() {
        return kind == Kind.HOLDS || kind == Kind.ASSUMING;
    }

    public boolean fails() {
        return kind == Kind.FAILS;
    }

    /** The model to be shown first. */
    public Optional<Evidence> first() {
        return deciding.stream().findFirst();
    }

    /** What is assumed of the world of the model that is shown first, in words. */
    public List<String> assumed() {
        return first().map(Evidence::assumed).orElse(List.of());
    }

    /** Ids of the assumptions without which the claim is known to fall in one of the models that decide. */
    public List<String> leansOn() {
        return deciding.stream().flatMap(it -> it.leansOn().stream()).distinct().sorted().toList();
    }
}
