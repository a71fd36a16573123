package sfd.octets;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in network byte order inside an array, each in one access; all check the array's bounds. */
final class BigEndian {

    private static final VarHandle U16 = view(short[].class);
    private static final VarHandle U32 = view(int[].class);
    private static final VarHandle U64 = view(long[].class);

    private BigEndian() {
    }

    private static VarHandle view(Class<?> numbers) {
        return MethodHandles.byteArrayViewVarHandle(numbers, ByteOrder.BIG_ENDIAN);
    }

    static int u16(byte[] octets, int at) {
        return (short) U16.get(octets, at) & 0xFFFF;
    }

    static int u32(byte[] octets, int at) {
        return (int) U32.get(octets, at);
    }

    static long u64(byte[] octets, int at) {
        return (long) U64.get(octets, at);
    }

    static void u16(byte[] octets, int at, int value) {
        U16.set(octets, at, (short) value);
    }

    static void u32(byte[] octets, int at, int value) {
        U32.set(octets, at, value);
    }

    static void u64(byte[] octets, int at, long value) {
        U64.set(octets, at, value);
    }
}
