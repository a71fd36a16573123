package sfd.traces.distributed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.rmi.server.RMISocketFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sfd.traces.tlc.Home;
import tlc2.TLC;
import tlc2.tool.distributed.TLCServer;
import tlc2.tool.distributed.TLCWorker;

/** A JVM that takes part: its first argument says as what, its second at which address it listens. */
final class Member {

    private Member() {
    }

    /** @param arguments {@code server} or {@code worker}, the own address, and what TLC takes */
    public static void main(String[] arguments) throws Exception {
        RMISocketFactory.setSocketFactory(new BoundSockets(InetAddress.getByName(arguments[1])));
        String[] rest = Arrays.copyOfRange(arguments, 2, arguments.length);
        if (arguments[0].equals("server")) {
            TLCServer.main(rest);
        } else {
            TLCWorker.main(rest);
        }
    }

    /**
     * Starts one; what it says comes out of its output.
     *
     * @param folder that it works in
     * @param address its own, which the others must reach
     * @param port of the coordinator
     */
    static Process start(String as, Path folder, String address, int port, String... arguments) {
        try {
            List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC", "-Djava.rmi.server.hostname=" + address, "-D" + TLCServer.class.getName() + ".port=" + port,
                    "-cp", Home.of(Member.class) + System.getProperty("path.separator") + Home.of(TLC.class), Member.class.getName(), as, address));
            command.addAll(List.of(arguments));
            return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
