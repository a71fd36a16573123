package sfd.fuzz;

import java.util.Locale;
import java.util.function.Consumer;

/** What is fuzzed, each by a process of its own. */
enum Target {
    WIRE(Decoders::wire, 8, 320),
    CHAIN(Decoders::chain, 4, 320),
    ADDRESS(Addresses::read, 1, 48),
    CAPTURE(Captures::read, 1, 400),
    DECODE(Texts::decode, 1, 600),
    EVENTS(Texts::events, 1, 500),
    POLICY(Texts::policy, 1, 240),
    SAS(Texts::sas, 1, 500),
    SECRETS(Texts::secrets, 1, 240),
    MAKER(Roles.REFERENCE::maker, 2, 240),
    HINTS(Roles.REFERENCE::hints, 1, 240),
    TAKER(Roles.REFERENCE::taker, 2, 240),
    LIVENESS(Roles.REFERENCE::liveness, 1, 240),
    PEER_X(Roles.REFERENCE::peerX, 2, 240),
    PEER_Y(Roles.REFERENCE::peerY, 2, 240);

    private final Consumer<byte[]> judge;
    private final int share;
    private final int longest;

    Target(Consumer<byte[]> judge, int share, int longest) {
        this.judge = judge;
        this.share = share;
        this.longest = longest;
    }

    /** @throws RuntimeException or Error for a finding */
    void run(byte[] input) {
        judge.accept(input);
    }

    /** Its inputs are what people write. */
    boolean readsText() {
        return switch (this) {
            case DECODE, EVENTS, POLICY, SAS -> true;
            default -> false;
        };
    }

    /** Its part of the time, as parts of all shares. */
    int share() {
        return share;
    }

    /** Octets of an input at most. */
    int longest() {
        return longest;
    }

    /** The name in files and on the command line. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Target named(String label) {
        for (Target target : values()) {
            if (target.label().equals(label)) {
                return target;
            }
        }
        throw new IllegalArgumentException("there is no target " + label);
    }
}
