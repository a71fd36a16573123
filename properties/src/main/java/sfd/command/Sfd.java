package sfd.command;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import sfd.alphabet.OneLine;
import sfd.check.BadInput;
import sfd.check.Scratch;
import sfd.check.Status;
import sfd.gateway.BadFileException;
import sfd.lockstep.NotInModelException;
import sfd.traces.tlc.TlcException;
import sfd.traces.value.ValueException;

/** The tool: one command after its name. Whatever goes wrong is one line on the error stream and a {@link Status}. */
@Command(name = "sfd", sortOptions = false, synopsisSubcommandLabel = "COMMAND",
        description = "Secure failure detection for IPsec: packets read and answered, and the claims checked. Each command "
                + "says more with --help.")
public final class Sfd implements Runnable {

    static final List<String> COMMANDS = List.of("decode", "answer", "explain", "peer", "flood", "simulate", "probe", "check", "distribute",
            "sample", "mutate", "bench", "kit", "vectors");

    /** What people ask for before they know how: the commands, or with the name of one its options. */
    static final String HELP = "help";

    @Mixin
    private Help help;

    public static void main(String[] arguments) {
        System.exit(inOwnScratch(Streams.OWN, arguments));
    }

    /** As a process of its own. */
    static int inOwnScratch(Streams streams, String... arguments) {
        boolean tlc = arguments.length > 0 && List.of("check", "sample", "mutate", "bench", "kit").contains(arguments[0]);
        if (!tlc) {
            return run(streams, arguments);
        }
        try {
            Path scratch = Scratch.own();
            try {
                return run(streams, arguments);
            } finally {
                Scratch.remove(scratch);
            }
        } catch (UncheckedIOException e) {
            return refuse(streams, arguments[0], OneLine.of(e.getCause()));
        }
    }

    /** @return {@link Status} */
    public static int run(Streams streams, String... arguments) {
        String first = arguments.length == 0 ? "--help" : arguments[0];
        if (first.equals(HELP)) {
            return run(streams, arguments.length == 1 ? new String[0] : new String[] {arguments[1], "--help"});
        }
        boolean named = COMMANDS.contains(first);
        if (!named && !first.startsWith("-")) {
            return refuse(streams, "sfd", "there is no command " + first + ", only " + String.join(", ", COMMANDS));
        }
        String name = named ? first : "sfd";
        int status;
        try {
            status = execute(streams, name, named ? Arrays.copyOfRange(arguments, 1, arguments.length)
                    : arguments.length == 0 ? new String[] {first} : arguments);
        } catch (OutOfMemoryError e) {
            status = refuse(streams, name, "this needs more memory than the " + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MB that Java may take here; -Xmx gives more");
        } catch (StackOverflowError e) {
            status = refuse(streams, name, "something here is nested too deep");
        } catch (RuntimeException | Error e) {
            status = fault(streams, name, e);
        }
        return written(streams, name, status);
    }

    /** The arguments behind a command's name. */
    public static String[] with(String name, String[] arguments) {
        return Stream.concat(Stream.of(name), Arrays.stream(arguments)).toArray(String[]::new);
    }

    private static int execute(Streams streams, String name, String[] arguments) {
        return line(streams, name)
                // A name of a file is no name of a file of options: that one may hold secrets.
                .setExpandAtFiles(false)
                .setOut(new PrintWriter(streams.out(), true))
                .setParameterExceptionHandler((e, given) -> refuse(streams, name, e.getMessage()))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(streams, name, e))
                .execute(arguments);
    }

    /** Only the command that is asked for is looked at: the others' options would cost the start of this one. */
    private static CommandLine line(Streams streams, String name) {
        if (name.equals("sfd")) {
            CommandLine all = new CommandLine(new Sfd());
            COMMANDS.forEach(it -> all.addSubcommand(it, command(streams, it)));
            return all;
        }
        return new CommandLine(command(streams, name)).setCommandName("sfd " + name);
    }

    private static Object command(Streams streams, String name) {
        return switch (name) {
            case "decode" -> new DecodeCommand(streams);
            case "answer" -> new AnswerCommand(streams);
            case "explain" -> new ExplainCommand(streams);
            case "peer" -> new PeerCommand(streams);
            case "flood" -> new FloodCommand(streams);
            case "simulate" -> new SimulateCommand(streams);
            case "probe" -> new ProbeCommand(streams);
            case "check" -> new CheckCommand(streams);
            case "distribute" -> new DistributeCommand(streams);
            case "sample" -> new SampleCommand(streams);
            case "mutate" -> new MutateCommand(streams);
            case "kit" -> new KitCommand(streams);
            case "vectors" -> new VectorsCommand(streams);
            default -> new BenchCommand(streams);
        };
    }

    private static int failed(Streams streams, String name, Exception e) {
        return switch (e) {
            case BadFileException it -> refuse(streams, name, it.getMessage());
            case BadInput it -> refuse(streams, name, it.getMessage());
            case TlcException it -> refuse(streams, name, it.getMessage());
            case ValueException it -> refuse(streams, name, it.getMessage());
            case NotInModelException it -> refuse(streams, name, it.getMessage());
            case UncheckedIOException it -> refuse(streams, name, OneLine.of(it.getCause()));
            default -> fault(streams, name, e);
        };
    }

    private static int fault(Streams streams, String name, Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        refuse(streams, name, "a fault of the tool itself: " + e + (trace.length == 0 ? "" : " at " + trace[0]));
        return Status.FAULT;
    }

    private static int refuse(Streams streams, String name, String message) {
        streams.err().println(name + ": " + OneLine.of(message));
        return Status.UNUSABLE;
    }

    /** What was printed is nothing where it is lost. */
    private static int written(Streams streams, String name, int status) {
        if (!streams.out().checkError() || status == Status.UNWRITABLE) {
            return status;
        }
        refuse(streams, name, "the output cannot be written");
        return Status.UNWRITABLE;
    }

    /** Without a command there is nothing to do: the command line shows what there is, see above. */
    @Override
    public void run() {
    }
}
