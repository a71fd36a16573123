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

    private static Map<String, Flooded> floods;

    @BeforeAll
    static void flood() {
        floods = Small.KINDS.all().stream().map(kind -> Flooded.of(kind, Admission::step, Small.PLAN))
                .collect(Collectors.toMap(Flooded::id, it -> it));
    }

    @Test
    void allHold() {
        assertEquals(RoleFloods.ids().size(), floods.size());
        floods.values().forEach(it -> assertEquals(List.of(), it.broken(Small.OCTETS)));
    }

    /** F16, F35, F37: who comes behind the flood is heard by a role that draws, in the end, and never by one that does not. */
    @Test
    void theDrawIsWhatHelps() {
        for (String id : List.of("requests-maker", "requests-x", "queries-x")) {
            Waited without = floods.get(id).without().waited().getLast();
            Waited with = floods.get(id).with().waited().getLast();
            assertEquals(0, without.answered(), id);
            assertTrue(with.answered() > 0.8 * with.asked(), id + " " + with);
            assertTrue(Math.abs(with.expected() - with.answered()) < 3, id + " " + with);
        }
        assertTrue(floods.get("tokens-named-taker").without().waited().stream().allMatch(it -> it.answered() == 0));
    }

    /** A limit below the room is what counts: with the room alone the formula would be wrong, and this would notice. */
    @Test
    void theRoomAloneIsNotTheChance() {
        List<Drawn> smaller = floods.values().stream().flatMap(it -> it.chances().stream()).filter(it -> it.limit() < it.drawn()).toList();
        assertFalse(smaller.isEmpty());
        smaller.forEach(it -> assertTrue(it.drawn() / (double) it.turnedAway() > it.upper(), it::toString));
    }

    /** Questions to a peer are limited, and hints at peer Y meet no other limit: none starves but by those about the same peer. */
    @Test
    void hintsAtYMeetTheLimitOfTheirPeerOnly() {
        for (String id : List.of("invalid-spi-y", "invalid-ike-spi-y")) {
            for (Side side : List.of(floods.get(id).without(), floods.get(id).with())) {
                side.waited().forEach(it -> assertEquals(List.of(it.asked(), 1), List.of(it.answered(), it.most()), id));
            }
        }
    }

    /** What waits is kept as it came: with the longest datagrams it is more than may be beside a table. */
    @Test
    void longDatagramsThatWaitAreMoreThanTheBound() {
        List<Waiting> waiting = Waiting.all(Small.KINDS, Small.PLAN);
        assertTrue(waiting.get(0).octets() < 4L << 20, waiting::toString);
        assertTrue(waiting.get(1).octets() < 16L << 20, waiting::toString);
        assertTrue(waiting.get(2).octets() > 64L << 20, waiting::toString);
    }
}
