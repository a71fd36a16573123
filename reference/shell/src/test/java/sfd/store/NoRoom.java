package sfd.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import sfd.ike.IkeSpis;
import sfd.token.Secret;
import sfd.token.Secrets;

/**
 * A store on a file system that is full, and then may not be written, in a namespace that is left with this process: what is
 * found is printed, one word for each step.
 */
final class NoRoom {

    private NoRoom() {
    }

    /** @param arguments a folder, which a small file system is mounted on */
    public static void main(String[] arguments) throws Exception {
        Path place = Path.of(arguments[0]);
        var random = new SecureRandom();
        Store store = Store.make(new SystemDisk(), place.resolve("store"));
        Secret first = store.tokenSecrets().make(random).newest();
        store.children().write(Map.of(1, Writer.SPIS).entrySet());
        fill(place.resolve("junk"));
        say("rollover", () -> store.tokenSecrets().roll(random, Secrets.MOST));
        say("map", () -> store.children().write(large().entrySet()));
        System.out.println("newest " + store.tokenSecrets().read(Secrets.MOST).newest().equals(first) + " map "
                + store.children().read().size() + " leftovers " + Files.exists(place.resolve("store/tokens.new")));
        Files.delete(place.resolve("junk"));
        say("rollover", () -> store.tokenSecrets().roll(random, Secrets.MOST));
        say("map", () -> store.children().write(large().entrySet()));
        // Over itself, for what is open to be written keeps a file system from becoming read-only.
        String at = place.toString();
        boolean readOnly = ended("mount", "--bind", at, at) && ended("mount", "-o", "remount,bind,ro", at);
        System.out.println("read-only " + readOnly);
        say("rollover", () -> store.tokenSecrets().roll(random, Secrets.MOST));
        store.close();
        say("open", () -> Store.open(new SystemDisk(), place.resolve("store")));
    }

    private static boolean ended(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }

    private interface Use {
        void use() throws StoreException;
    }

    private static void say(String what, Use use) {
        try {
            use.use();
            System.out.println(what + " done");
        } catch (StoreException e) {
            System.out.println(what + " " + e.reason());
        }
    }

    private static Map<Integer, IkeSpis> large() {
        var map = new HashMap<Integer, IkeSpis>();
        for (int i = 0; i < 10_000; i++) {
            map.put(i, Writer.SPIS);
        }
        return map;
    }

    private static void fill(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(new byte[512]);
            }
        } catch (IOException e) {
            // That is what full means.
        }
    }
}
