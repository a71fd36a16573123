package sfd.traces.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The field names that many records have in common, kept once. Whoever makes records by the million makes them from a
 * shape: no names are sorted again, and records of one shape share the array of names.
 */
public final class RecordShape {

    private final String[] sorted;
    /** where each sorted name stood in the caller's order */
    private final int[] places;

    private RecordShape(String[] sorted, int[] places) {
        this.sorted = sorted;
        this.places = places;
    }

    /** @param names in the caller's order, at least one, none twice */
    public static RecordShape of(List<String> names) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < names.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(names::get));
        int[] places = order.stream().mapToInt(Integer::intValue).toArray();
        String[] sorted = order.stream().map(names::get).toArray(String[]::new);
        if (sorted.length == 0 || List.of(sorted).stream().distinct().count() < sorted.length) {
            throw new IllegalArgumentException("a record has fields of different names, not " + names);
        }
        return new RecordShape(sorted, places);
    }

    /** @param values one per name, in the caller's order */
    public Rec record(Value[] values) {
        Value[] inOrder = new Value[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            inOrder[i] = values[places[i]];
        }
        return new Rec(sorted, inOrder);
    }
}
