package sfd.packet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Set;
import sfd.alphabet.BadLineException;
import sfd.alphabet.EndpointText;
import sfd.alphabet.PacketJson;
import sfd.ike.Endpoint;
import sfd.ike.Framing;
import sfd.ike.IpProtocol;
import sfd.ike.Wire;

/**
 * The command {@code decode}: what datagrams are. The input is a capture, or text: then a line holds one datagram in
 * hexadecimal digits, after {@code port=PORT} if it arrived at another port than 500. On 500 there is IKE only; on 4500
 * and every other port ESP, keepalives, and IKE behind four zero octets; 0 is what is not in UDP, ESP or with
 * {@code protocol=ah} AH. The answer to a
 * line or frame is of the form of {@code traces/schemas/decode.schema.json}.
 */
public final class Decode {

    private static final Set<String> VALUES = Set.of("port", "protocol");

    private Decode() {
    }

    /**
     * Answers every line or frame.
     *
     * @param ports of a capture that have IKE or ESP, beside 500 and 4500
     * @param input where it comes from
     * @return {@link ExitCode}
     */
    public static int run(Set<Integer> ports, Input input, InputStream standardInput, PrintStream out, PrintStream err) {
        return ExitCode.of("decode", out, err, () -> {
            Ports.checked(ports);
            return input.read(standardInput, in -> LineByLine.answer(Entries.of(in), out, (entry, answer) -> {
                switch (entry) {
                    case Entry.Line line -> line(line.text(), answer);
                    case Entry.Captured captured -> packet(FramePacket.of(captured.frame(), ports), answer);
                }
            }));
        });
    }

    /**
     * Writes a capture as lines for {@code answer}.
     *
     * @param ports as above
     * @return {@link ExitCode}
     */
    public static int lines(Set<Integer> ports, Input input, InputStream standardInput, PrintStream out, PrintStream err) {
        return ExitCode.of("decode", out, err, () -> {
            Ports.checked(ports);
            return input.read(standardInput, in -> AnswerLines.write(Entries.of(in), ports, out));
        });
    }

    private static void line(String line, ObjectNode out) throws BadLineException {
        DatagramLine datagram = DatagramLine.parse(line, VALUES);
        String port = datagram.values().get("port");
        int at = port == null ? Wire.IKE_PORT : EndpointText.port("port=", port);
        PacketJson.put(out.put("port", at), framing(at, datagram), datagram.datagram());
    }

    /** Port 0 is what is not in UDP: ESP, if protocol= does not say AH. */
    private static Framing framing(int port, DatagramLine datagram) throws BadLineException {
        IpProtocol protocol = IpProtocolText.of(port == Endpoint.NO_UDP, datagram);
        return switch (protocol) {
            case UDP -> Framing.udp(port, port);
            case ESP -> Framing.ESP;
            case AH -> Framing.AH;
        };
    }

    /** Adds to {@code out} between which ends a packet went, and what it is. */
    static void packet(Packet packet, ObjectNode out) {
        PacketJson.put(out.put("from", packet.from().toString()).put("to", packet.to().toString()),
                packet.received().framing(), packet.octets());
    }
}
