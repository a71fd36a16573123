package sfd.fuzz;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.octets.Octets;
import sfd.sa.ChildSa;
import sfd.token.Secret;
import sfd.token.Secrets;

/** The few names that programs choose among, so that what happens meets. */
final class Alphabet {

    static final List<IkeSpis> SPIS = List.of(
            new IkeSpis(0x4d7c_bbaf_52dc_bd5cL, 0xdd95_39a8_d860_8b1dL),
            new IkeSpis(0x1111_1111_1111_1111L, 0x2222_2222_2222_2222L),
            new IkeSpis(0x4d7c_bbaf_52dc_bd5cL, 1),
            new IkeSpis(0xdd95_39a8_d860_8b1dL, 0x4d7c_bbaf_52dc_bd5cL),
            new IkeSpis(0xFFFF_FFFF_FFFF_FFFEL, 3),
            new IkeSpis(5, 0),
            IkeSpis.NONE,
            new IkeSpis(0, 7));

    /** Of UDP, on both ports; two of IPv6. */
    static final List<Endpoint> ENDS = Stream.of("192.0.2.1", "198.51.100.11", "203.0.113.66", "2001:db8::1")
            .map(Address::parse)
            .flatMap(it -> Stream.of(new Endpoint(it, 500), new Endpoint(it, 4500)))
            .toList();

    static final List<ChildSa> CHILDREN = List.of(new ChildSa(0x37bb_1d26, 0x39fa_7626),
            new ChildSa(0x39fa_7626, 0x37bb_1d26), new ChildSa(300, -1), new ChildSa(-1, 300), new ChildSa(1000, 1000),
            new ChildSa(1001, 1000));

    static final List<String> IDENTITIES = List.of("alice", "bob");

    /** Generations 1 to 5. */
    static final List<Secret> SECRETS = IntStream.rangeClosed(1, 5).mapToObj(it -> Secret.of(it, secret(it))).toList();

    private Alphabet() {
    }

    /** The octets of a secret; all differ, so that none of them is found by chance. */
    static Octets secret(int generation) {
        byte[] octets = new byte[Secret.LENGTH];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) (0xA0 + generation * 37 + i * (2 * generation + 5));
        }
        return Octets.of(octets);
    }

    /** None, or some generations below {@code newest}. */
    static Secrets secrets(int newest, int count) {
        return new Secrets(IntStream.range(0, Math.min(count, newest)).mapToObj(it -> SECRETS.get(newest - 1 - it)).toList());
    }
}
