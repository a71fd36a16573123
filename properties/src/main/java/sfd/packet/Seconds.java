package sfd.packet;

import java.math.BigDecimal;
import java.util.OptionalLong;

/** Times in seconds, as decimal numbers. */
final class Seconds {

    private static final int NANO_DIGITS = 9;

    private Seconds() {
    }

    /** Nanoseconds; none for anything but a decimal number below 9 * 10^9 with at most nine decimal places. */
    static OptionalLong nanos(String text) {
        return text.matches("[0-8]?[0-9]{1,9}(\\.[0-9]{1,9})?")
                ? OptionalLong.of(new BigDecimal(text).movePointRight(NANO_DIGITS).longValueExact())
                : OptionalLong.empty();
    }
}
