package sfd.command;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sfd.check.Status;
import sfd.packet.Decode;
import sfd.packet.Input;

/** The command line of {@link Decode}. */
@Command(name = "decode", sortOptions = false,
        description = {
            "Says what packets are: one JSON line for each line or frame of input.",
            "A capture (pcap or pcapng) gives a line for each frame; what is no IKE, ESP or AH, and fragments, are passed "
                    + "over by name.",
            "In text a line is a datagram in hexadecimal digits, after port=PORT if it arrived at another port than 500: "
                    + "4500 for IKE behind a marker, ESP in UDP and keepalives, 0 for ESP that is not in UDP, or with protocol=ah AH. Lines "
                    + "with # are comments, lines of blanks are nothing; a datagram without octets is port=500 alone.",
            Status.OF_LINES})
final class DecodeCommand implements Callable<Integer> {

    @Mixin
    private Help help;

    @Option(names = "--port", paramLabel = "PORT", description = "In a capture: a UDP port with IKE or ESP, beside 500 and "
            + "4500; may be repeated.")
    private Set<Integer> ports = new TreeSet<>();

    @Option(names = "--lines", description = "Of a capture, instead of JSON: the lines of text that answer reads, between "
            + "which other events can be put.")
    private boolean lines;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Where they are; without it, or with -, on the "
            + "standard input.")
    private Path file;

    private final Streams streams;

    DecodeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Input input = Input.of(file);
        return lines ? Decode.lines(ports, input, streams.in(), streams.out(), streams.err())
                : Decode.run(ports, input, streams.in(), streams.out(), streams.err());
    }
}
