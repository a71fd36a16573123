package sfd.ike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sfd.octets.Octets;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
            "10.0.0.1, 0a000001",
            "0.255.0.255, 00ff00ff",
            "::, 00000000000000000000000000000000",
            "::1, 00000000000000000000000000000001",
            "fe80::, fe800000000000000000000000000000",
            "2001:db8::7:0:0:1, 20010db8000000000007000000000001",
            "1:2:3:4:5:6:7:8, 00010002000300040005000600070008",
            "1:0:3:4:5:6:7:8, 00010000000300040005000600070008",
    })
    void readsAndWritesTheCanonicalText(String text, String octets) {
        assertEquals(new Address(Octets.hex(octets)), Address.parse(text));
        assertEquals(text, Address.parse(text).toString());
    }

    /** Unsigned, or 128.0.0.0 would come before 1.0.0.0; no IPv4 address equals an IPv6 one. */
    @Test
    void ordersIpv4BeforeIpv6AndOctetsUnsigned() {
        List<Address> ordered = Stream.of("0.0.0.2", "1.0.0.0", "128.0.0.0", "::", "::1", "ff00::").map(Address::parse)
                .toList();
        for (int i = 0; i < ordered.size(); i++) {
            for (int j = 0; j < ordered.size(); j++) {
                assertEquals(Integer.compare(i, j), Integer.signum(ordered.get(i).compareTo(ordered.get(j))));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
            "::fffe:10.0.0.1, ::fffe:a00:1",
            "2001:DB8::0001, 2001:db8::1",
            "1::2:0:0:3:0:0, 1::2:0:0:3:0:0",
            "0:0:1:0:0:0:0:2, 0:0:1::2",
            "1:0:0:2:3:0:0:4, 1::2:3:0:0:4",
            "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
    })
    void writesOtherFormsCanonically(String text, String canonical) {
        assertEquals(Address.parse(text), Address.parse(canonical));
        if (!text.equals(canonical)) {
            assertEquals(canonical, Address.parse(text).toString());
        }
    }

    /** However a socket shows it, IPv4 in IPv6 is the IPv4 address; its neighbours are none. */
    @Test
    void ipv4MappedIsIpv4() {
        Address mapped = Address.parse("::ffff:192.0.2.1");
        assertEquals(Address.parse("192.0.2.1"), mapped);
        assertEquals(mapped, new Address(Octets.hex("00000000000000000000ffffc0000201")));
        assertEquals("c0000201", mapped.octets().toString());
        assertEquals("192.0.2.1:500", new Endpoint(mapped, 500).toString());
        for (String other : List.of("::192.0.2.1", "::fffe:192.0.2.1", "0:0:0:0:1:ffff:192.0.2.1", "1::ffff:192.0.2.1",
                "64:ff9b::192.0.2.1")) {
            assertEquals(Address.IPV6, Address.parse(other).octets().length(), other);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "example.org", "10.0.0", "10.0.0.1.2", "10.0.0.256", "10.0.0.01",
            "10.0.0.", "10.0.0.-1", " 10.0.0.1", "1000.0.0.1", ":", ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9",
            "1::2::3", "1:2:3:4:5:6:7::8", "12345::", "g::", "::10.0.0.1:1", "10.0.0.1::", "fe80::1%eth0",
            ":1:2:3:4:5:6:7", "1:2:3:4:5:6:7:", "1:2:3:4:5:6:7:10.0.0.1"})
    void refusesEverythingElse(String text) {
        assertThrows(IllegalArgumentException.class, () -> Address.parse(text));
    }

    @Test
    void hasFourOrSixteenOctets() {
        assertThrows(IllegalArgumentException.class, () -> new Address(Octets.hex("0a0000")));
        assertThrows(IllegalArgumentException.class, () -> new Address(Octets.EMPTY));
    }

    @Test
    void endpointsNameAddressAndPort() {
        assertEquals("10.0.0.1:500", new Endpoint(Address.parse("10.0.0.1"), 500).toString());
        assertEquals("[::1]:4500", new Endpoint(Address.parse("::1"), 4500).toString());
        assertEquals("::1", new Endpoint(Address.parse("::1"), Endpoint.NO_UDP).toString());
        assertThrows(IllegalArgumentException.class, () -> new Endpoint(Address.parse("::1"), 65536));
        assertThrows(IllegalArgumentException.class, () -> new Endpoint(Address.parse("::1"), -1));
    }
}
