package sfd.draw;

import java.util.List;

/**
 * A message sequence as it is drawn: who stands in which column, and what happens in which row.
 *
 * @param title what the picture shows, a sentence
 * @param columns who takes part, from left to right
 * @param attacker the column of the attacker, or -1
 * @param rows how many there are
 * @param marks in the order in which they happen
 * @param ending what it comes to, a sentence
 */
public record Chart(String title, List<String> columns, int attacker, int rows, List<Mark> marks, String ending) {

    /** Something in the picture. */
    public sealed interface Mark {
    }

    /**
     * A message; it may arrive later than it was sent, or not within the picture.
     *
     * @param from column of the sender
     * @param to column of the receiver
     * @param sent its row
     * @param arrives its row, or -1
     * @param says what it means, in a person's words
     * @param holds what is in it, in those of the texts
     * @param forged whether an attacker made it
     * @param read whether an attacker whom it passes learns something from it
     */
    public record Arrow(int from, int to, int sent, int arrives, String says, String holds, boolean forged, boolean read)
            implements Mark {
    }

    /**
     * Something that happens to somebody, or to several.
     *
     * @param from the first column
     * @param to the last one
     * @param loss whether an SA is given up by it
     */
    public record Note(int from, int to, int row, String text, boolean loss) implements Mark {
    }

    public Chart {
        columns = List.copyOf(columns);
        marks = List.copyOf(marks);
    }
}
