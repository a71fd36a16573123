package sfd.vectors;

import static sfd.vectors.Digits.length;
import static sfd.vectors.Digits.u16;
import static sfd.vectors.Digits.u32;
import static sfd.vectors.Digits.u8;

/** The fields of RFC 7296 in the order of its figures. */
final class Ike {

    static final int NOTIFY = 41;
    static final int VENDOR_ID = 43;
    static final int SK = 46;
    static final int SKF = 53;

    static final int INVALID_IKE_SPI = 4;
    static final int INVALID_SPI = 11;
    static final int COOKIE = 16390;
    static final int QCD_TOKEN = 16419;
    static final int CHECK_SPI = 32770;

    /** The flags of the header. */
    static final int INITIATOR = 0x08;
    static final int RESPONSE = 0x20;

    private Ike() {
    }

    /** 3.1. @param spis both, 16 octets; @param length what the length field says */
    static String header(String spis, int first, int version, int exchange, int flags, long messageId, long length) {
        return spis + u8(first) + u8(version) + u8(exchange) + u8(flags) + u32(messageId) + u32(length);
    }

    /** A message whose length field is right. */
    static String message(String spis, int first, int exchange, int flags, long messageId, String chain) {
        return header(spis, first, 0x20, exchange, flags, messageId, 28 + length(chain)) + chain;
    }

    /** 3.2. @param bits critical bit and reserved bits */
    static String payload(int next, int bits, String body) {
        return u8(next) + u8(bits) + u16(4 + length(body)) + body;
    }

    /** The last payload of a chain. */
    static String payload(String body) {
        return payload(0, 0, body);
    }

    /** 3.10, without the generic header. */
    static String notification(int protocol, String spi, int type, String data) {
        return u8(protocol) + u8(length(spi)) + u16(type) + spi + data;
    }
}
