package sfd.check;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sfd.packet.Decode;
import sfd.packet.Input;

/** The command line of {@link Decode}. */
@Command(name = "decode", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Says what datagrams are: one JSON line for each line of input. A line is a datagram in "
                + "hexadecimal digits, after port=PORT if it arrived at another port than 500: 4500 for IKE behind a "
                + "marker, ESP in UDP and keepalives, 0 for ESP that is not in UDP. Lines with # are comments. Ends "
                + "with 0 if all lines were read, 3 if not, 4 for input that cannot be used.")
public final class DecodeCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Where the lines are; else on the standard input.")
    private Path file;

    @Override
    public Integer call() {
        return Decode.run(new Input(Optional.ofNullable(file)), System.in, System.out, System.err);
    }
}
