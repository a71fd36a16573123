package sfd.sa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.octets.Octets;

/** BASE-2.21.4-10: those with the least lots wait, of one lot those that came first, and no more than there is room for. */
class WaitingProperties {

    private static final Endpoint HERE = new Endpoint(Address.parse("198.51.100.2"), 4500);

    private static Event.Received arrival(int number, int lot) {
        return new Event.Received(new Endpoint(Address.parse("192.0.2.1"), 1 + number), HERE, Octets.hex("00")).withLot(lot);
    }

    @Property
    void theLeastLotsWait(@ForAll @Size(max = 40) List<@IntRange(min = 0, max = 9) Integer> lots,
            @ForAll @IntRange(min = 1, max = 8) int room) {
        Waiting waiting = Waiting.NONE;
        List<Event.Received> all = new ArrayList<>();
        for (int lot : lots) {
            Event.Received arrival = arrival(all.size(), lot);
            Waiting next = waiting.plus(room, arrival);
            if (waiting.isHopeless(room, arrival)) {
                assertSame(waiting, next);
            }
            waiting = next;
            all.add(arrival);
        }
        // A sort that keeps the order of equals says the same.
        List<Event.Received> expected =
                all.stream().sorted(Comparator.comparingInt(Event.Received::lot)).limit(room).toList();
        assertEquals(expected, waiting.inTurn());
        assertEquals(expected.size(), waiting.size());
    }

    /** However it came about. */
    @Property
    void whatWaitsIsAllThatItIs(@ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 999) Integer> lots) {
        List<Event.Received> all = new ArrayList<>();
        lots.stream().distinct().forEach(lot -> all.add(arrival(all.size(), lot)));
        assertEquals(waiting(all), waiting(all.reversed()));
        assertEquals(waiting(all).hashCode(), waiting(all.reversed()).hashCode());
    }

    private static Waiting waiting(List<Event.Received> all) {
        Waiting waiting = Waiting.NONE;
        for (Event.Received one : all) {
            waiting = waiting.plus(all.size(), one);
        }
        return waiting;
    }
}
