package sfd.matrix;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a protocol in a deployment, as to a claim.
 *
 * @param cells one for each attacker, from the weakest to the strongest
 */
public record Square(List<Cell> cells) {

    public Square {
        cells = List.copyOf(cells);
    }

    public Optional<Cell> strongestHolding() {
        return cells.reversed().stream().filter(Cell::holds).findFirst();
    }

    public Optional<Cell> weakestFailing() {
        return cells.stream().filter(Cell::fails).findFirst();
    }

    /** Against whom nothing is decided. */
    public List<Cell> open() {
        return cells.stream().filter(it -> !it.holds() && !it.fails()).toList();
    }

    public boolean isOpen() {
        return open().size() == cells.size();
    }

    /** The reason, where it is one for all; else empty. */
    public Optional<Cell> silent() {
        return isOpen() && cells.stream().allMatch(it -> it.aside().isEmpty())
                && cells.stream().map(Cell::words).distinct().count() == 1 ? Optional.of(cells.getFirst()) : Optional.empty();
    }
}
