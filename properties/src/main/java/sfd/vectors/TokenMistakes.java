package sfd.vectors;

import static sfd.vectors.Digits.ascii;
import static sfd.vectors.Digits.flipped;
import static sfd.vectors.Digits.labelled;
import static sfd.vectors.Digits.reversed;
import static sfd.vectors.Digits.sha256;
import static sfd.vectors.Digits.slice;
import static sfd.vectors.Digits.u16;
import static sfd.vectors.Digits.u32;
import static sfd.vectors.Digits.u8;
import static sfd.vectors.Digits.zeros;
import static sfd.vectors.TokenVectors.MAPPED;
import static sfd.vectors.TokenVectors.V4;
import static sfd.vectors.TokenVectors.V4_OCTETS;
import static sfd.vectors.TokenVectors.V6;
import static sfd.vectors.TokenVectors.V6_OCTETS;

import java.util.List;
import java.util.function.BiFunction;

/** Tokens that a mistake makes of one generation of a secret. */
record TokenMistakes(TokenVectors vectors) {

    /** One generation, and a token that something else than the text makes of it. */
    private void wrong(String flag, String comment, String address, BiFunction<String, String, String> token) {
        String spis = TokenVectors.spis(flag + "/" + comment);
        var only = new TokenVectors.Generation(1, labelled("token/secret/" + flag + "/" + comment, 32));
        vectors.begin(comment, List.of(only), spis, address, List.of(token.apply(only.octets(), spis)), flag)
                .invalid("TOKENS");
    }

    void all(String address, String tail) {
        String of = tail.isEmpty() ? "" : tail.length() == 8 ? " (IPv4)" : " (IPv6)";
        wrong("SpisSwapped", "SPI-R before SPI-I" + of, address, (secret, spis) ->
                sha256(secret, slice(spis, 8, 16), slice(spis, 0, 8), tail));
        wrong("LittleEndian", "each SPI with its last octet first" + of, address,
                (secret, spis) -> sha256(secret, reversed(slice(spis, 0, 8)), reversed(slice(spis, 8, 16)), tail));
        wrong("LittleEndian", "the pair with its last octet first" + of, address, (secret, spis) ->
                sha256(secret, reversed(spis), tail));
        wrong("SpiLeftOut", "without SPI-I" + of, address, (secret, spis) -> sha256(secret, slice(spis, 8, 16), tail));
        wrong("SpiLeftOut", "without SPI-R" + of, address, (secret, spis) -> sha256(secret, slice(spis, 0, 8), tail));
        wrong("SpiLeftOut", "zeros for SPI-R" + of, address, (secret, spis) ->
                sha256(secret, slice(spis, 0, 8), zeros(8), tail));
        wrong("OtherOrder", "the secret at the end" + of, address, (secret, spis) -> sha256(spis, tail, secret));
        wrong("OtherOrder", "the secret between the SPIs" + of, address,
                (secret, spis) -> sha256(slice(spis, 0, 8), secret, slice(spis, 8, 16), tail));
        wrong("AsText", "SPIs as hexadecimal digits" + of, address, (secret, spis) -> sha256(secret, ascii(spis), tail));
        wrong("AsText", "the secret as hexadecimal digits" + of, address, (secret, spis) ->
                sha256(ascii(secret), spis, tail));
        wrong("PartOfSecret", "the first 16 octets of the secret" + of, address, (secret, spis) ->
                sha256(slice(secret, 0, 16), spis, tail));
        wrong("PartOfSecret", "no secret at all" + of, address, (secret, spis) -> sha256(spis, tail));
        wrong("MoreHashed", "the number of the generation too" + of, address, (secret, spis) ->
                sha256(secret, u32(1), spis, tail));
        wrong("MoreHashed", "lengths before the fields" + of, address,
                (secret, spis) -> sha256(u16(32), secret, u16(8), slice(spis, 0, 8), u16(8), slice(spis, 8, 16), tail));
        wrong("MoreHashed", "a zero octet at the end" + of, address, (secret, spis) -> sha256(secret, spis, tail, zeros(1)));
        wrong("OtherHash", "SHA-1" + of, address, (secret, spis) -> Digits.hash("SHA-1", secret, spis, tail));
        wrong("OtherHash", "SHA-256 twice" + of, address, (secret, spis) -> sha256(sha256(secret, spis, tail)));
        wrong("Cut", "the first 16 octets of the token" + of, address, (secret, spis) ->
                slice(sha256(secret, spis, tail), 0, 16));
        wrong("OneBit", "one bit of the first octet" + of, address, (secret, spis) -> flipped(sha256(secret, spis, tail), 0));
        wrong("OneBit", "one bit of the last octet" + of, address, (secret, spis) -> flipped(sha256(secret, spis, tail), 31));
    }

    /** Of method 5.2. */
    void addresses52() {
        wrong("AddressAsText", "the IPv4 address as text", V4, (secret, spis) -> sha256(secret, spis, ascii(V4)));
        wrong("AddressAsText", "the IPv6 address as text", V6, (secret, spis) -> sha256(secret, spis, ascii(V6)));
        wrong("MappedAsIpv6", "16 octets for an IPv4 address", V4, (secret, spis) ->
                sha256(secret, spis, zeros(10), "ffff", V4_OCTETS));
        wrong("MappedAsIpv6", "16 octets for an IPv4 address written as IPv6", MAPPED,
                (secret, spis) -> sha256(secret, spis, zeros(10), "ffff", V4_OCTETS));
        wrong("NotMapped", "4 octets of an IPv4-compatible address", "::192.0.2.1", (secret, spis) ->
                sha256(secret, spis, V4_OCTETS));
        wrong("NotMapped", "4 octets of an address of NAT64", "64:ff9b::192.0.2.1", (secret, spis) ->
                sha256(secret, spis, V4_OCTETS));
        wrong("LittleEndian", "the IPv4 address with its last octet first", V4, (secret, spis) ->
                sha256(secret, spis, reversed(V4_OCTETS)));
        wrong("OtherAddress", "the address beside the taker's", V4, (secret, spis) -> sha256(secret, spis, "c0000202"));
        wrong("OtherAddress", "the first half of the IPv6 address", V6, (secret, spis) ->
                sha256(secret, spis, slice(V6_OCTETS, 0, 8)));
        wrong("OtherAddress", "the IPv6 address without its last bit", V6, (secret, spis) ->
                sha256(secret, spis, flipped(V6_OCTETS, 15)));
        wrong("OtherMethod", "method 5.1, without the IPv4 address", V4, Digits::sha256);
        wrong("OtherMethod", "method 5.1, without the IPv6 address", V6, Digits::sha256);
        wrong("MoreHashed", "the port behind the address", V4, (secret, spis) -> sha256(secret, spis, V4_OCTETS, u16(500)));
        wrong("MoreHashed", "the address family before the address", V6, (secret, spis) ->
                sha256(secret, spis, u8(6), V6_OCTETS));
        wrong("OtherOrder", "the address before the SPIs", V4, (secret, spis) -> sha256(secret, V4_OCTETS, spis));
    }

    /** Of method 5.1. */
    void addresses51() {
        wrong("OtherMethod", "method 5.2 with the taker's IPv4 address", V4, (secret, spis) ->
                sha256(secret, spis, V4_OCTETS));
        wrong("OtherMethod", "method 5.2 with the taker's IPv6 address", V6, (secret, spis) ->
                sha256(secret, spis, V6_OCTETS));
        wrong("OtherMethod", "four zero octets for an address that nobody asked for", V4, (secret, spis) ->
                sha256(secret, spis, zeros(4)));
    }
}
