package sfd.fuzz;

import java.util.EnumSet;
import java.util.Set;
import sfd.sa.Policy;
import sfd.sa.SirPolicy;
import sfd.token.TokenMethod;

/** Every policy with small limits, by ten octets; of zeros alone, one in which much is allowed. */
final class AnyPolicy {

    private AnyPolicy() {
    }

    static Policy of(Program p) {
        int a = p.u8();
        int b = p.u8();
        int c = p.u8();
        int answers = p.u8();
        int to = p.u8();
        int checks = p.u8();
        int times = p.u8();
        int interval = 1 + (checks >> 6);
        return new Policy(bit(a, 0) ? Policy.Text.QCD_06 : Policy.Text.RFC6290, !bit(a, 1),
                bit(a, 2) ? TokenMethod.SPIS_AND_ADDRESS : TokenMethod.SPIS, 1 + (c & 3), bit(a, 3), c >> 2 & 3,
                !bit(a, 4), !bit(a, 5), 7 - (answers >> 4 & 7), 15 - (answers & 15), to & 3,
                7 - (to >> 2 & 7), b >> 4 & 3, 0, !bit(a, 6), 4 + (c >> 4 & 3), 1 + (c >> 6), bit(a, 7),
                bit(b, 0), to >> 5, checks & 7, 7 - (checks >> 3 & 7), 1 + (times & 7), interval, 100 + 50 * (times >> 3 & 7),
                interval + (times >> 6), !bit(b, 1), bit(b, 2), bit(b, 3), sir(p));
    }

    private static SirPolicy sir(Program p) {
        int a = p.u8();
        int b = p.u8();
        int c = p.u8();
        Set<SirPolicy.Cause> causes = EnumSet.noneOf(SirPolicy.Cause.class);
        for (SirPolicy.Cause cause : SirPolicy.Cause.values()) {
            if (bit(c, cause.ordinal())) {
                causes.add(cause);
            }
        }
        return new SirPolicy(bit(a, 0), bit(a, 1), b & 3,
                bit(a, 2) ? Set.of(Alphabet.ENDS.get(0).address(), Alphabet.ENDS.get(4).address()) : Set.of(), b >> 2 & 3,
                b >> 4 & 3, bit(a, 3) ? SirPolicy.QueryTo.SOURCE : SirPolicy.QueryTo.PEER, b >> 6, bit(a, 7), c >> 5, causes,
                !bit(a, 4), bit(a, 5), bit(a, 6));
    }

    private static boolean bit(int octet, int number) {
        return (octet >> number & 1) != 0;
    }
}
