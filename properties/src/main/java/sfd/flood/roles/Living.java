package sfd.flood.roles;

import java.util.List;
import java.util.Optional;
import sfd.ike.CheckSpi;
import sfd.ike.CheckSpi.Subtype;
import sfd.ike.Framing;
import sfd.ike.IkeMessage;
import sfd.ike.Payload;
import sfd.ike.Wire;
import sfd.sa.Effect;
import sfd.sa.Event;

/** What peers do that live: they answer checks and questions about IKE SAs and child SAs that they have. */
final class Living {

    private Living() {
    }

    static List<Event> replies(Effect effect) {
        return switch (effect) {
            case Effect.SendProtected e when !e.response() ->
                    List.of(new Event.Protected(e.spis(), e.exchange(), true, hasIt(e.payloads())));
            case Effect.Retransmit e -> List.of();
            case Effect.Send e -> answer(e);
            default -> List.of();
        };
    }

    private static List<Payload> hasIt(List<Payload> asked) {
        return CheckSpi.in(asked).stream().<Payload>mapMulti((it, out) -> {
            if (it instanceof CheckSpi.AboutChildSa child) {
                out.accept(new CheckSpi.AboutChildSa(Subtype.ACK, child.spi(), child.cookie()).notification());
            }
        }).toList();
    }

    private static List<Event> answer(Effect.Send e) {
        if (!(Wire.decode(Framing.SHARED, e.datagram()) instanceof IkeMessage m)) {
            return List.of();
        }
        Optional<CheckSpi> asked = CheckSpi.deciding(m.payloads());
        return asked.isPresent() && asked.get() instanceof CheckSpi.AboutIkeSa query && query.subtype() == Subtype.QUERY
                ? List.of(new Event.Received(e.to(), e.from(),
                        Wire.encode(Framing.SHARED, Messages.about(Subtype.ACK, query.spis(), query.cookie()))))
                : List.of();
    }
}
