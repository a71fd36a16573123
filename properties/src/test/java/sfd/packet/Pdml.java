package sfd.packet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A field, a protocol or a packet in tshark's reading of a capture, with all that is inside.
 *
 * @param show its value in tshark's notation
 * @param shown the whole line that tshark shows, with a name for the value where there is one
 * @param octets its octets in hexadecimal digits; none where it has none of its own
 */
record Pdml(String name, String show, String shown, String octets, List<Pdml> inside) {

    /** True if tshark can be run here. */
    static boolean isThere() {
        return Arrays.stream(System.getenv("PATH").split(":")).anyMatch(it -> Path.of(it, "tshark").toFile().canExecute());
    }

    /**
     * The packets of a capture.
     *
     * @param folder an empty one, so that nobody's preferences play a part
     * @param options more of tshark's, such as the ports that have ESP
     */
    static List<Pdml> packets(Path folder, Path capture, String... options) throws IOException {
        Path out = folder.resolve("pdml");
        var process = new ProcessBuilder(Stream.concat(Stream.of("tshark", "-n", "-r", capture.toString(), "-T", "pdml", "-J",
                "isakmp udpencap esp ah _ws.malformed"), Stream.of(options)).toList());
        process.environment().put("WIRESHARK_CONFIG_DIR", folder.toString());
        process.environment().put("HOME", folder.toString());
        try {
            int status = process.redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
            if (status != 0) {
                throw new IOException("tshark ended with " + status);
            }
            try (InputStream in = Files.newInputStream(out)) {
                return read(XMLInputFactory.newFactory().createXMLStreamReader(in));
            }
        } catch (InterruptedException | XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static List<Pdml> read(XMLStreamReader in) throws XMLStreamException {
        Deque<Pdml> open = new ArrayDeque<>(List.of(new Pdml("", "", "", "", new ArrayList<>())));
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    var here = new Pdml(in.getLocalName().equals("packet") ? "packet" : attribute(in, "name"),
                            attribute(in, "show"), attribute(in, "showname"), attribute(in, "value"), new ArrayList<>());
                    open.getLast().inside().add(here);
                    open.addLast(here);
                }
                case XMLStreamConstants.END_ELEMENT -> open.removeLast();
                default -> { }
            }
        }
        return open.getLast().inside().getFirst().all("packet").toList();
    }

    private static String attribute(XMLStreamReader in, String name) {
        return Optional.ofNullable(in.getAttributeValue(null, name)).orElse("");
    }

    /** Those directly inside that have this name. */
    Stream<Pdml> all(String name) {
        return inside.stream().filter(it -> it.name().equals(name));
    }

    /** The first of them. */
    Optional<Pdml> first(String name) {
        return all(name).findFirst();
    }

    /** At any depth. */
    boolean has(String name) {
        return inside.stream().anyMatch(it -> it.name().equals(name) || it.has(name));
    }

    /** The value of the first of them, or none. */
    String show(String name) {
        return first(name).map(Pdml::show).orElse("none");
    }

    /** The same as a number, which tshark writes in decimal, or in hexadecimal behind 0x. */
    long number(String name) {
        return first(name).map(it -> Long.decode(it.show())).orElse(-1L);
    }

    /** The octets of the first of them, or none. */
    String octets(String name) {
        return first(name).map(Pdml::octets).orElse("");
    }

    /** The name that tshark has for the value: what stands between the colon and the number. */
    String valueName() {
        return shown.replaceAll("^[^:]*: | \\([0-9]+\\)$", "");
    }
}
