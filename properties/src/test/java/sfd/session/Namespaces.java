package sfd.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Two network namespaces with a cable between them, for the time of a test. */
final class Namespaces implements AutoCloseable {

    /** Of this process alone. */
    private final String prefix = "sfds" + ProcessHandle.current().pid();

    /** @return why this system lets nobody make two with a cable between them; empty where it does */
    static String refused() {
        String name = "sfdt" + ProcessHandle.current().pid();
        try {
            ip("netns add " + name);
            ip("link add sfdt-a netns " + name + " type veth peer name sfdt-b netns " + name);
            return "";
        } catch (IOException e) {
            return e.getMessage();
        } finally {
            remove(name);
        }
    }

    /** @throws IOException if one cannot be made as it should be, though {@link #refused()} says that one can be made */
    Namespaces() throws IOException {
        close();
        try {
            ip("netns add " + ours());
            ip("netns add " + theirs());
            ip("link add sfds-a netns " + ours() + " type veth peer name sfds-b netns " + theirs());
            ip("-n " + ours() + " addr add " + LivePeer.HERE + "/24 dev sfds-a");
            ip("-n " + theirs() + " addr add " + LivePeer.THERE + "/24 dev sfds-b");
            ip("-n " + theirs() + " addr add " + LivePeer.THEIR_HOST + "/32 dev lo");
            for (String link : List.of(ours() + " link set lo", ours() + " link set sfds-a", theirs() + " link set lo",
                    theirs() + " link set sfds-b")) {
                ip("-n " + link + " up");
            }
            // To where the daemon's policy takes the traffic on.
            ip("-n " + theirs() + " route add " + LivePeer.OUR_HOST + "/32 via " + LivePeer.HERE + " src " + LivePeer.THEIR_HOST);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    String ours() {
        return prefix + "a";
    }

    String theirs() {
        return prefix + "b";
    }

    /** A process in one of them: the one started is the command itself. */
    static ProcessBuilder in(String namespace, List<String> command) {
        var all = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
        all.addAll(command);
        return new ProcessBuilder(all);
    }

    private static void ip(String arguments) throws IOException {
        var command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments.split(" ")));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes()).strip();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("ip " + arguments + ": " + said);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        for (String name : List.of(ours(), theirs())) {
            remove(name);
        }
    }

    private static void remove(String name) {
        try {
            ip("netns del " + name);
        } catch (IOException absent) {
            // Nothing to remove.
        }
    }
}
