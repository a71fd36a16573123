package sfd.check;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import sfd.packet.Decode;
import sfd.packet.Input;

/** The command line of {@link Decode}. */
@Command(name = "decode", sortOptions = false,
        description = "Says what datagrams are: one JSON line for each line of input. A line is a datagram in "
                + "hexadecimal digits, after port=PORT if it arrived at another port than 500: 4500 for IKE behind a "
                + "marker, ESP in UDP and keepalives, 0 for ESP that is not in UDP. Lines with # are comments. Ends "
                + "with 0 if all lines were read, 3 if not, 4 for input that cannot be used, 5 if the output cannot be "
                + "written.")
final class DecodeCommand implements Callable<Integer> {

    @Mixin
    private Help help;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Where the lines are; without it, or with -, on the "
            + "standard input.")
    private Path file;

    private final Streams streams;

    DecodeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        return Decode.run(Input.of(file), streams.in(), streams.out(), streams.err());
    }
}
