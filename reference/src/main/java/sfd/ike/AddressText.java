package sfd.ike;

import java.util.StringJoiner;
import sfd.octets.OctetReader;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;

/** The textual forms of IP addresses, each reader beside its writer. */
final class AddressText {

    private static final int GROUPS = 8;

    private AddressText() {
    }

    /** No leading zeros: some systems read them as octal, and 010.0.0.1 would name two hosts. */
    static Octets ipv4(String text) {
        String[] numbers = text.split("\\.", -1);
        if (numbers.length != Address.IPV4) {
            throw notAnAddress(text);
        }
        var out = new OctetWriter();
        for (String number : numbers) {
            if (!number.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(number) > 255) {
                throw notAnAddress(text);
            }
            out.u8(Integer.parseInt(number));
        }
        return out.toOctets();
    }

    static String ipv4(Octets octets) {
        var out = new StringJoiner(".");
        for (int i = 0; i < Address.IPV4; i++) {
            out.add(Integer.toString(octets.at(i)));
        }
        return out.toString();
    }

    static Octets ipv6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            Octets all = groups(text, true, text);
            return requireLength(all, all.length() == Address.IPV6, text);
        }
        Octets before = groups(text.substring(0, gap), false, text);
        Octets after = groups(text.substring(gap + 2), true, text);
        int missing = Address.IPV6 - before.length() - after.length();
        requireLength(before, missing >= 2, text);
        return Octets.concat(before, Octets.of(new byte[missing]), after);
    }

    /** Groups of up to four hexadecimal digits; where {@code last}, the final 4 octets may be written as IPv4. */
    private static Octets groups(String part, boolean last, String text) {
        var out = new OctetWriter();
        String[] groups = part.isEmpty() ? new String[0] : part.split(":", -1);
        for (int i = 0; i < groups.length; i++) {
            if (groups[i].matches("[0-9a-fA-F]{1,4}")) {
                out.u16(Integer.parseInt(groups[i], 16));
            } else if (last && i == groups.length - 1) {
                out.octets(ipv4(groups[i]));
            } else {
                throw notAnAddress(text);
            }
        }
        return out.toOctets();
    }

    static String ipv6(Octets octets) {
        int[] groups = new int[GROUPS];
        var in = new OctetReader(octets);
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = in.u16();
        }
        int start = 0;
        int length = 0;
        for (int i = 0; i < GROUPS; i++) {
            int zeros = zerosFrom(groups, i);
            if (zeros > length) {
                start = i;
                length = zeros;
            }
        }
        return length < 2
                ? joined(groups, 0, GROUPS)
                : joined(groups, 0, start) + "::" + joined(groups, start + length, GROUPS);
    }

    private static int zerosFrom(int[] groups, int start) {
        int end = start;
        while (end < GROUPS && groups[end] == 0) {
            end++;
        }
        return end - start;
    }

    private static String joined(int[] groups, int from, int to) {
        var out = new StringJoiner(":");
        for (int i = from; i < to; i++) {
            out.add(Integer.toHexString(groups[i]));
        }
        return out.toString();
    }

    private static Octets requireLength(Octets octets, boolean right, String text) {
        if (!right) {
            throw notAnAddress(text);
        }
        return octets;
    }

    private static IllegalArgumentException notAnAddress(String text) {
        return new IllegalArgumentException("not an IP address: " + text);
    }
}
