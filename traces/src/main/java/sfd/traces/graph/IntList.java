package sfd.traces.graph;

import java.util.Arrays;

/** A growing list of integers, four octets each. */
final class IntList {

    private int[] items = new int[64];
    private int size;

    void add(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size + (size >> 1));
        }
        items[size++] = item;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return items[index];
    }

    int last() {
        return items[size - 1];
    }

    int[] toArray() {
        return Arrays.copyOf(items, size);
    }
}
