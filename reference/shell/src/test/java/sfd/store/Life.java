package sfd.store;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import sfd.ike.IkeSpis;
import sfd.token.Secret;
import sfd.token.Secrets;

/** A store in use: a first secret, rollovers, the map of child SAs; and what must be found of it at any moment. */
final class Life {

    static final Path FOLDER = Path.of("/store");
    static final int MOST = 3;
    private static final int ROLLOVERS = 5;

    private final SecureRandom random = new SecureRandom();
    /** What a role was told last. */
    private Optional<Secret> told = Optional.empty();
    private Optional<Map<Integer, IkeSpis>> map = Optional.empty();
    private int refused;

    private interface Use {
        void use(Store store) throws StoreException;
    }

    /** All of it, whatever fails on the way: each time the store is opened anew, as after a crash of its process. */
    void lead(Disk disk) {
        attempt(() -> Store.make(disk, FOLDER), store -> told = Optional.of(store.tokenSecrets().make(random).newest()));
        for (int i = 1; i <= ROLLOVERS; i++) {
            int number = i;
            attempt(() -> Store.make(disk, FOLDER), store -> {
                if (!store.tokenSecrets().areThere()) {
                    told = Optional.of(store.tokenSecrets().make(random).newest());
                }
                told = Optional.of(store.tokenSecrets().roll(random, MOST));
            });
            attempt(() -> Store.open(disk, FOLDER), store -> {
                Map<Integer, IkeSpis> next = Map.of(number, new IkeSpis(number, 7), 9, new IkeSpis(8, number));
                store.children().write(next.entrySet());
                map = Optional.of(next);
            });
        }
    }

    private interface Opening {
        Store open() throws StoreException;
    }

    private void attempt(Opening opening, Use use) {
        try (Store store = opening.open()) {
            use.use(store);
        } catch (StoreException e) {
            refused++;
        }
    }

    /** Calls that ended in an error. */
    int refused() {
        return refused;
    }

    boolean isComplete() {
        return told.isPresent() && map.isPresent();
    }

    /**
     * What is wrong with what is found, if anything: the secret that a role was told last is there, in front or behind one that
     * nobody was told; and the map that was written last, or one that was being written.
     */
    Optional<String> wrong(Disk disk) {
        if (told.isEmpty()) {
            return Optional.empty();
        }
        try (Store store = Store.open(disk, FOLDER)) {
            Secrets found = store.tokenSecrets().read(Secrets.MOST);
            Secret last = told.get();
            if (found.get(last.generation()).filter(last::equals).isEmpty()) {
                return Optional.of("generation " + last.generation() + " is lost");
            }
            if (found.newest().generation() > last.generation() + 1 + refused) {
                return Optional.of("generation " + found.newest().generation() + " was never made");
            }
            Map<Integer, IkeSpis> children = store.children().read();
            if (map.isPresent() && children.isEmpty()) {
                return Optional.of("the map is lost");
            }
            return map.filter(it -> number(it) > number(children)).map(it -> "the map is an older one");
        } catch (StoreException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static int number(Map<Integer, IkeSpis> map) {
        return (int) map.get(9).responder();
    }
}
