package sfd.traces.capture;

import java.math.BigInteger;
import java.time.LocalDate;

/**
 * A point in time.
 *
 * @param nanos nanoseconds since 1970, UTC, 0 or more
 * @param digits decimal places of a second that the capture has, 0 to 9
 */
public record Time(long nanos, int digits) {

    private static final long SECOND = 1_000_000_000;
    private static final long DAY = 86_400;
    private static final int MOST_DIGITS = 9;

    /** The first second that does not fit: in the year 2262. */
    private static final long END = Long.MAX_VALUE / SECOND;

    static Time of(long seconds, long nanos, int digits) throws BrokenException {
        if (seconds < 0 || seconds >= END || nanos < 0 || nanos >= SECOND) {
            throw new BrokenException("its time is no time before 2262");
        }
        return new Time(seconds * SECOND + nanos, digits);
    }

    /**
     * The time by a count of units.
     *
     * @param count unsigned
     * @param resolution as if_tsresol of pcapng: a negative power of 10, or with the highest of 8 bits set one of 2
     * @param offset seconds to be added
     */
    static Time of(long count, int resolution, long offset) throws BrokenException {
        boolean binary = (resolution & 0x80) != 0;
        int power = resolution & 0x7F;
        var units = BigInteger.valueOf(binary ? 2 : 10).pow(power);
        BigInteger[] parts = new BigInteger(Long.toUnsignedString(count)).divideAndRemainder(units);
        if (parts[0].bitLength() > 62 || offset < -END || offset > END) {
            throw new BrokenException("its time is no time before 2262");
        }
        long nanos = parts[1].multiply(BigInteger.valueOf(SECOND)).divide(units).longValue();
        return of(parts[0].longValue() + offset, nanos, binary ? MOST_DIGITS : Math.min(power, MOST_DIGITS));
    }

    /** As ISO 8601 has it, in UTC, with as many decimal places as the capture. */
    @Override
    public String toString() {
        long seconds = nanos / SECOND;
        int ofDay = (int) (seconds % DAY);
        String places = digits == 0 ? "" : "." + pad(nanos % SECOND, MOST_DIGITS).substring(0, digits);
        return LocalDate.ofEpochDay(seconds / DAY) + "T" + pad(ofDay / 3600, 2) + ":" + pad(ofDay / 60 % 60, 2) + ":"
                + pad(ofDay % 60, 2) + places + "Z";
    }

    private static String pad(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(width - digits.length()) + digits;
    }
}
