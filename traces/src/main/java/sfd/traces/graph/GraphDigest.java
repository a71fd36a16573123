package sfd.traces.graph;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over the values of a graph, not over any file: a writer that loses a field of an event cannot hide it.
 */
final class GraphDigest {

    private static final int EDGE_OCTETS = 2 * Integer.BYTES;

    private GraphDigest() {
    }

    /** @return 64 hexadecimal digits */
    static String of(Graph graph) {
        MessageDigest digest = sha256();
        for (int state = 0; state < graph.stateCount(); state++) {
            update(digest, graph.state(state));
        }
        for (int state = 0; state < graph.initialCount(); state++) {
            update(digest, graph.initialLabel(state));
        }
        byte[][] labels = new byte[graph.labelCount()][];
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            int label = graph.labelNumber(edge);
            if (labels[label] == null) {
                labels[label] = sha256().digest(octets(graph.label(edge)));
            }
            digest.update(ByteBuffer.allocate(EDGE_OCTETS).putInt(graph.from(edge)).putInt(graph.to(edge)).flip());
            digest.update(labels[label]);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, Object value) {
        byte[] octets = octets(value);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(octets.length).flip());
        digest.update(octets);
    }

    private static byte[] octets(Object value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
