package sfd.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.ike.IpProtocol;
import sfd.ike.Payload;
import sfd.octets.Octets;
import sfd.sa.ChildSa;
import sfd.sa.Event;
import sfd.token.Secrets;

/** Events at the ends of their ranges, where no model has them, come back from JSON too. */
class EventTreeTest {

    private static final IkeSpis MOST = new IkeSpis(-1, Long.MIN_VALUE);
    private static final Endpoint IPV6 = new Endpoint(Address.parse("2001:db8::"), 0xFFFF);
    private static final Endpoint NO_UDP = new Endpoint(Address.parse("::"), Endpoint.NO_UDP);

    static Stream<Event> events() {
        return Stream.of(
                new Event.Received(NO_UDP, NO_UDP, IpProtocol.AH, Octets.EMPTY),
                new Event.Received(IPV6, IPV6, Octets.hex("00ff")),
                new Event.Protected(MOST, 0xFF, true, List.of(new Payload.Other(0xFF, Octets.EMPTY),
                        new Payload.Notify(0xFF, Octets.hex("80"), 0xFFFF, Octets.hex("ff")))),
                new Event.ProtectedEsp(-1),
                new Event.SaEstablished(IkeSpis.NONE, "\u00e4 \"\\\n\u0001\ud83d\ude00",
                        Set.of(new ChildSa(-1, 1), new ChildSa(1, -1), new ChildSa(Integer.MIN_VALUE, 0)), List.of()),
                new Event.SaImported(MOST, IPV6, IPV6, true, "x", Set.of(), Integer.MAX_VALUE),
                new Event.ChildSaClosed(MOST, Integer.MIN_VALUE),
                new Event.ResumptionAsked(IPV6, IPV6, MOST, IkeSpis.NONE, true, -1, Event.Ticket.BAD, Octets.EMPTY,
                        Octets.hex("00")),
                new Event.Rebooted(Secrets.NONE));
    }

    @ParameterizedTest
    @MethodSource("events")
    void comesBack(Event event) {
        assertEquals(event, EventTree.read(EventTree.of(event)));
    }
}
