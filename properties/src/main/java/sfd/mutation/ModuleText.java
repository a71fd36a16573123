package sfd.mutation;

import java.util.ArrayList;
import java.util.List;
import sfd.traces.tlc.Place;

/**
 * The text of a module. TLA+ reads the columns of its lines: whatever is put in a place, all that follows stays in its own column.
 *
 * @param starts the offset of each line
 */
record ModuleText(String text, List<Integer> starts) {

    static ModuleText of(String text) {
        var starts = new ArrayList<Integer>();
        for (int at = 0; at >= 0; at = text.indexOf('\n', at) + 1) {
            starts.add(at);
            if (text.indexOf('\n', at) < 0) {
                break;
            }
        }
        return new ModuleText(text, List.copyOf(starts));
    }

    String at(Place place) {
        return text.substring(begin(place), end(place));
    }

    /** What stands before a part of a place. */
    String before(Place part, Place whole) {
        return text.substring(begin(whole), begin(part));
    }

    /** The place of some characters in one line of a place. @param from how many stand before them */
    Place within(Place whole, int from, int length) {
        int begin = begin(whole) + from;
        int line = starts.size();
        while (starts.get(line - 1) > begin) {
            line--;
        }
        int column = begin - starts.get(line - 1) + 1;
        return new Place(line, column, line, column + length - 1);
    }

    /** The text with something else in one place. */
    String with(Place place, String instead) {
        int end = end(place);
        boolean fits = place.line() == place.endLine() && instead.length() <= end - begin(place);
        String filled = fits ? instead + " ".repeat(end - begin(place) - instead.length())
                : instead + "\n" + " ".repeat(place.endColumn());
        return text.substring(0, begin(place)) + filled + text.substring(end);
    }

    /** Negated, with every column as it was. */
    String negated(Place place) {
        String own = "\n" + " ".repeat(place.column() - 1);
        return "~(" + own + at(place) + own + ")";
    }

    private int begin(Place place) {
        return starts.get(place.line() - 1) + place.column() - 1;
    }

    private int end(Place place) {
        return starts.get(place.endLine() - 1) + place.endColumn();
    }
}
