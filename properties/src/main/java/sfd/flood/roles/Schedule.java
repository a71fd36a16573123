package sfd.flood.roles;

import java.util.List;

/**
 * When an honest peer sends its request.
 *
 * @param ticks of its transmissions, the first one at 0
 * @param givesUp the tick in which it no longer waits for an answer
 */
record Schedule(List<Integer> ticks, int givesUp) {

    /** strongSwan's: after 4 s, and 1.8 times the wait before, five times; then it waits once more. */
    static final Schedule STRONGSWAN = new Schedule(List.of(0, 40, 112, 242, 475, 895), 1_651);

    Schedule {
        ticks = List.copyOf(ticks);
    }
}
