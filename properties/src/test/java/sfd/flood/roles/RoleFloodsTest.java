package sfd.flood.roles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sfd.sa.Admission;

/** Each kind of flood, in small. */
class RoleFloodsTest {

    private static Map<String, Flooded> draws;
    private static Map<String, Flooded> work;

    @BeforeAll
    static void flood() {
        draws = flooded(Small.DRAWS, RoleFloods.ids());
        work = flooded(Small.WORK, List.of("requests-maker", "requests-x", "queries-x", "tokens-named-taker", "invalid-ike-spi-y"));
    }

    private static Map<String, Flooded> flooded(Plan plan, List<String> ids) {
        return ids.stream().map(id -> Flooded.of(Small.kind(id), Admission::step, plan)).collect(Collectors.toMap(Flooded::id, it -> it));
    }

    @Test
    void allHold() {
        draws.values().forEach(it -> assertEquals(List.of(), it.broken(Small.OCTETS)));
        work.values().forEach(it -> assertEquals(List.of(), it.broken(Small.OCTETS)));
    }

    /** Else the bounds would be too narrow for all rows together. */
    @Test
    void noMoreRowsThanTheBoundsAreFor() {
        assertTrue(draws.values().stream().mapToInt(it -> it.chances().size()).sum() <= Interval.ROWS);
    }

    /** F16, F35, F37: who comes behind the flood is heard by a role that draws, in the end, and never by one that does not. */
    @Test
    void theDrawIsWhatHelps() {
        for (String id : List.of("requests-maker", "requests-x", "queries-x")) {
            Waited with = work.get(id).with().waited().getFirst();
            assertEquals(0, work.get(id).without().waited().getFirst().answered(), id);
            assertTrue(with.answered() > 0.8 * with.asked(), id + " " + with);
            assertTrue(Math.abs(with.expected() - with.answered()) < 3, id + " " + with);
        }
        assertEquals(0, work.get("tokens-named-taker").without().waited().getFirst().answered());
    }

    /** A limit below the room is what counts: with the room alone the formula would be wrong, and this would notice. */
    @Test
    void theRoomAloneIsNotTheChance() {
        List<Drawn> smaller = draws.values().stream().flatMap(it -> it.chances().stream())
                .filter(it -> it.limit() < it.drawn() / 2).toList();
        assertFalse(smaller.isEmpty());
        smaller.forEach(it -> assertTrue(it.drawn() / (double) it.turnedAway() > it.upper(), it::toString));
    }

    /** Questions to a peer are limited, and hints at peer Y meet no other limit: none starves but by those about the same peer. */
    @Test
    void hintsAtYMeetTheLimitOfTheirPeerOnly() {
        Flooded hints = work.get("invalid-ike-spi-y");
        for (Side side : List.of(hints.without(), hints.with())) {
            side.waited().forEach(it -> assertEquals(List.of(it.asked(), 1), List.of(it.answered(), it.most())));
        }
    }

    /** What waits is kept as it came, and so what is longer than a bound does not wait. */
    @Test
    void whatWaitsIsBoundedWhateverItsLength() {
        List<Waiting> waiting = Waiting.all(Small.KINDS, Small.WORK);
        assertEquals(List.of(4_000, 4_000, 4_000, 0, 4_000, 4_000, 4_000, 0), waiting.stream().map(Waiting::waiting).toList());
        waiting.forEach(it -> assertTrue(it.octets() <= Plan.QUICK.octets(), it::toString));
    }
}
