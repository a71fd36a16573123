package sfd.packet;

import java.util.Set;
import sfd.alphabet.BadLineException;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.ike.Incoming;
import sfd.ike.IpProtocol;
import sfd.ike.Wire;
import sfd.octets.Octets;
import sfd.traces.capture.Carried;
import sfd.traces.capture.Frame;

/** The packet in a frame of a capture. */
final class FramePacket {

    private FramePacket() {
    }

    /**
     * The packet.
     *
     * @param ports of UDP that have IKE or ESP, beside 500 and 4500
     * @throws BadLineException for a frame that cannot be read
     * @throws SkippedException for {@code fragment}: nothing is put together here; and for {@code other}: it is no IKE,
     *     ESP or AH
     */
    static Packet of(Frame frame, Set<Integer> ports) throws BadLineException, SkippedException {
        return switch (frame) {
            case Frame.Broken broken -> throw new BadLineException(broken.reason());
            case Frame.Captured captured -> switch (Carried.by(captured)) {
                case Carried.Broken broken -> throw new BadLineException(broken.reason());
                case Carried.Fragment fragment -> throw new SkippedException("fragment");
                case Carried.Other other -> throw new SkippedException("other");
                case Carried.Packet packet -> of(packet, ports);
            };
        };
    }

    private static Packet of(Carried.Packet carried, Set<Integer> ports) throws BadLineException, SkippedException {
        IpProtocol protocol = IpProtocol.of(carried.protocol());
        if (protocol == IpProtocol.UDP && !has(ports, carried.fromPort()) && !has(ports, carried.toPort())) {
            throw new SkippedException("other");
        }
        if (protocol == IpProtocol.UDP && (carried.fromPort() == 0 || carried.toPort() == 0)) {
            throw new BadLineException("its UDP header has a port of 0");
        }
        var packet = new Packet(end(carried.from(), carried.fromPort()), end(carried.to(), carried.toPort()),
                protocol, Octets.of(carried.payload()));
        // Of ESP and AH no more than the SPI matters, and who captures much cuts off the rest.
        if (carried.isCutShort() && !(packet.decoded() instanceof Incoming.Esp) && !(packet.decoded() instanceof Incoming.Ah)) {
            throw new BadLineException("only " + carried.payload().length + " of its " + carried.length()
                    + " octets were captured");
        }
        return packet;
    }

    private static boolean has(Set<Integer> ports, int port) {
        return port == Wire.IKE_PORT || port == Wire.NAT_PORT || ports.contains(port);
    }

    private static Endpoint end(byte[] address, int port) {
        return new Endpoint(new Address(Octets.of(address)), port);
    }
}
