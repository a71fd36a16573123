package sfd.simulation;

import java.util.ArrayList;
import java.util.List;
import sfd.ike.Address;
import sfd.ike.CheckSpi;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.ike.Framing;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.PayloadTypes;
import sfd.ike.Wire;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;

/**
 * He says what he likes from any address, knows all SPIs of IKE SAs and, of QCD, every token that was ever in the clear. Of SIR
 * he is off the path: with the cookie of a question that he reads he is known to be believed (F26). He drops nothing; the network
 * does that.
 */
final class Attacker {

    static final Endpoint PLACE = new Endpoint(Address.parse("203.0.113.66"), Wire.NAT_PORT);

    private static final int REMEMBERED = 64;
    private static final int FLOOD = 12;
    /** Octets of the least that an encrypted payload can hold (BASE-3.14-1). */
    private static final int SHORTEST = 17;

    /** A token with what it was shown for. */
    private record Seen(IkeSpis spis, Octets token) {
    }

    private final World world;
    private final List<IkeSpis> named = new ArrayList<>();
    private final List<Integer> children = new ArrayList<>();
    private final List<Seen> seen = new ArrayList<>();

    Attacker(World world) {
        this.world = world;
    }

    void reads(IkeSpis spis, Octets token) {
        remember(seen, new Seen(spis, token));
    }

    /** ESP shows its SPI to all. */
    void learnsChild(int spi) {
        remember(children, spi);
    }

    void learns(IkeSpis spis) {
        remember(named, spis);
    }

    private static <T> void remember(List<T> all, T one) {
        if (all.size() == REMEMBERED) {
            all.removeFirst();
        }
        all.add(one);
    }

    void attack(Happening it, Gateway at) {
        IkeSpis spis = named.isEmpty() || it.which() % 8 == 0 ? new IkeSpis(world.fresh(), world.fresh()) : named.get(it.which() % named.size());
        Endpoint from = source(it.more(), at);
        switch (it.kind()) {
            case BLUFF -> clear(at, from, spis, true, List.of(notify(NotifyTypes.INVALID_IKE_SPI, Octets.EMPTY)));
            case BLUFF_CHILD -> clear(at, from, IkeSpis.NONE, false,
                    List.of(notify(NotifyTypes.INVALID_SPI, new OctetWriter().u32(child(it.which(), at, false)).toOctets())));
            case PROVOKE -> provoke(at, from, spis);
            case PROVOKE_BY_ESP -> send(at, from, Sealing.esp(child(it.which(), at, true), 1));
            case FORGE -> {
                if (!seen.isEmpty()) {
                    Seen token = seen.get(it.which() % seen.size());
                    show(at, from, it.more() % 3 == 0 ? spis : token.spis(), token.token());
                }
            }
            case INVENT -> show(at, from, spis, made());
            case QUESTION -> clear(at, from, spis, false, List.of(about(CheckSpi.Subtype.QUERY, spis)));
            case JUNK -> clear(at, from, spis, true,
                    List.of(about(it.more() % 2 == 0 ? CheckSpi.Subtype.NACK : CheckSpi.Subtype.ACK, spis)));
            case FLOOD -> {
                for (int i = 0; i < FLOOD; i++) {
                    provoke(at, from, new IkeSpis(world.fresh(), world.fresh()));
                }
                named.forEach(pair -> clear(at, from, pair, true, List.of(notify(NotifyTypes.INVALID_IKE_SPI, Octets.EMPTY))));
            }
            default -> throw new IllegalArgumentException(it + " is no attack");
        }
    }

    /** His own address, or in the name of another gateway. */
    private Endpoint source(int more, Gateway at) {
        int other = more % (world.plan.gateways() + 1);
        return other == at.number || other >= world.plan.gateways() ? PLACE : world.gateway(other).outside();
    }

    /** The SPI of a child SA that the gateway sends with, or receives on: one that he knows, or any. */
    private int child(int which, Gateway at, boolean inbound) {
        List<Integer> spis = world.plan.deployment().childSpisHidden() ? children
                : at.roles.keeping().all().stream().flatMap(it -> it.children().stream())
                        .map(it -> inbound ? it.in() : it.out()).sorted().toList();
        return spis.isEmpty() || inbound && which % 2 == 0 ? 1 << 20 | which & 0xFFFF : spis.get(which % spis.size());
    }

    private Octets made() {
        return new OctetWriter().u64(world.fresh()).u64(world.fresh()).u64(world.fresh()).u64(world.fresh()).toOctets();
    }

    private Payload about(CheckSpi.Subtype subtype, IkeSpis spis) {
        return new CheckSpi.AboutIkeSa(subtype, spis, Octets.concat(new OctetWriter().u32(1).toOctets(), made())).notification();
    }

    private static Payload notify(int type, Octets data) {
        return new Payload.Notify(0, Octets.EMPTY, type, data);
    }

    private void show(Gateway at, Endpoint from, IkeSpis spis, Octets token) {
        clear(at, from, spis, true, List.of(notify(NotifyTypes.INVALID_IKE_SPI, Octets.EMPTY),
                new Payload.Notify(1, Octets.EMPTY, NotifyTypes.QUICK_CRASH_DETECTION, token)));
    }

    private void provoke(Gateway at, Endpoint from, IkeSpis spis) {
        var sealed = Octets.of(new byte[SHORTEST + Math.floorMod((int) spis.responder(), 48)]);
        clear(at, from, spis, false, List.of(new Payload.Encrypted(PayloadTypes.SK, 0, sealed)));
    }

    private void clear(Gateway at, Endpoint from, IkeSpis spis, boolean response, List<Payload> payloads) {
        send(at, from, Wire.encode(Framing.udp(from.port(), at.outside().port()),
                new IkeMessage(new IkeHeader(spis, ExchangeTypes.INFORMATIONAL, true, response, 0), payloads)));
    }

    private void send(Gateway at, Endpoint from, Octets octets) {
        world.network.send(Datagram.ATTACKER, from, at.outside(), octets, Inside.NOBODYS, IkeSpis.NONE, 0);
    }
}
