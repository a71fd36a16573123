package sfd.alphabet;

import java.util.ArrayList;
import java.util.List;
import sfd.ike.IkeHeader;
import sfd.octets.Octets;

/**
 * What a receiver has to ignore in an IKE message (BASE-3.1-3, BASE-3.2-1), read for people to see. No value of the codec
 * has it, so no role can judge by it.
 *
 * @param minorVersion 0..15
 * @param versionFlag the V flag
 * @param reservedFlags the flags that nothing defines, where they stand in their octet
 * @param payloads of each payload in order
 */
public record IgnoredBits(int minorVersion, boolean versionFlag, int reservedFlags, List<Generic> payloads) {

    /**
     * Of the generic header of a payload.
     *
     * @param critical the critical bit, which a payload that is understood may have
     * @param reserved the 7 reserved bits
     */
    record Generic(boolean critical, int reserved) {
    }

    private static final int VERSION = 17;
    private static final int FLAGS = 19;
    private static final int VERSION_FLAG = 0x10;
    private static final int RESERVED_FLAGS = 0xC7;

    // In a generic header.
    private static final int BITS = 1;
    private static final int LENGTH = 2;
    private static final int CRITICAL = 0x80;

    /**
     * Those of a message that was decoded without fault.
     *
     * @param start where its header begins
     * @param payloads how many it has
     */
    public static IgnoredBits of(Octets datagram, int start, int payloads) {
        List<Generic> generic = new ArrayList<>();
        int at = start + IkeHeader.LENGTH;
        for (int i = 0; i < payloads; i++) {
            int bits = datagram.at(at + BITS);
            generic.add(new Generic((bits & CRITICAL) != 0, bits & ~CRITICAL));
            at += datagram.u16(at + LENGTH);
        }
        int flags = datagram.at(start + FLAGS);
        return new IgnoredBits(datagram.at(start + VERSION) & 0xF, (flags & VERSION_FLAG) != 0, flags & RESERVED_FLAGS,
                List.copyOf(generic));
    }
}
