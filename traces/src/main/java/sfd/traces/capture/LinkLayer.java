package sfd.traces.capture;

/** What stands before IP in a frame. */
final class LinkLayer {

    private static final int NULL = 0;
    private static final int ETHERNET = 1;
    private static final int RAW = 101;
    private static final int LOOP = 108;
    private static final int LINUX_COOKED = 113;
    private static final int RAW_IPV4 = 228;
    private static final int RAW_IPV6 = 229;
    private static final int LINUX_COOKED_2 = 276;

    private static final int TYPE_IPV4 = 0x0800;
    private static final int TYPE_IPV6 = 0x86DD;

    private LinkLayer() {
    }

    static Carried carried(int link, Part frame) throws BrokenException {
        return switch (link) {
            case ETHERNET -> typed(frame.u16(12), frame.behind(14, "IP header"));
            case LINUX_COOKED -> typed(frame.u16(14), frame.behind(16, "IP header"));
            case LINUX_COOKED_2 -> typed(frame.u16(0), frame.behind(20, "IP header"));
            case RAW, RAW_IPV4, RAW_IPV6 -> Ip.carried(frame.behind(0, "IP header"));
            case NULL, LOOP -> ofFamily(frame.s32(0), frame.behind(4, "IP header"));
            default -> throw new BrokenException("frames of link type " + link + " are not read here");
        };
    }

    /** @param type as Ethernet has it */
    private static Carried typed(int type, Part behind) throws BrokenException {
        int next = type;
        Part rest = behind;
        // Tags of virtual networks: 2 octets and the next type.
        while (next == 0x8100 || next == 0x88A8 || next == 0x9100) {
            next = rest.u16(2);
            rest = rest.behind(4, "IP header");
        }
        return next == TYPE_IPV4 || next == TYPE_IPV6 ? Ip.carried(rest) : new Carried.Other();
    }

    /** The number of an address family is that of the system that captured, in that system's order. */
    private static Carried ofFamily(int family, Part behind) throws BrokenException {
        int number = (family & 0xFFFF) == 0 ? Integer.reverseBytes(family) : family;
        return switch (number) {
            case 2, 10, 24, 28, 30 -> Ip.carried(behind);
            default -> new Carried.Other();
        };
    }
}
