package sfd.packet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Set;
import sfd.ike.Framing;
import sfd.ike.Wire;

/**
 * The command {@code decode}: what datagrams are. A line of input holds one datagram in hexadecimal digits, after
 * {@code port=PORT} if it arrived at another port than 500. On 500 there is IKE only; on 4500 and every other port ESP,
 * keepalives, and IKE behind four zero octets; 0 is ESP that is not in UDP. The answer to a line is of the form of
 * {@code traces/schemas/decode.schema.json}.
 */
public final class Decode {

    private static final Set<String> VALUES = Set.of("port");

    private Decode() {
    }

    /**
     * Answers every line.
     *
     * @param input where the lines come from
     * @return {@link ExitCode}
     */
    public static int run(Input input, InputStream standardInput, PrintStream out, PrintStream err) {
        return ExitCode.of("decode", out, err, () -> input.read(standardInput,
                in -> LineByLine.answer(in, out, Decode::decode)));
    }

    private static void decode(String line, ObjectNode out) throws BadLineException {
        DatagramLine datagram = DatagramLine.parse(line, VALUES);
        String port = datagram.values().get("port");
        int at = port == null ? Wire.IKE_PORT : EndpointText.port("port=", port);
        PacketJson.put(out.put("port", at), Wire.decode(Framing.udp(at, at), datagram.datagram()));
    }
}
