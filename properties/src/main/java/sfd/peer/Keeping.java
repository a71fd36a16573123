package sfd.peer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import sfd.gateway.BadFileException;
import sfd.gateway.GatewayRole;
import sfd.gateway.SaEntry;
import sfd.ike.IkeSpis;
import sfd.qcd.ChildMap;
import sfd.sa.ChildSa;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.shell.Watch;
import sfd.store.Store;
import sfd.store.StoreException;
import sfd.store.StoredSecrets;
import sfd.store.SystemDisk;
import sfd.token.Secrets;

/**
 * A peer whose secrets are in a store, and with them a maker's map of child SAs if its policy has one. The map is written by a
 * thread of its own, a second behind what happens: what a crash takes of it costs a round trip (QCD-8.2-1).
 */
final class Keeping implements Watch, AutoCloseable {

    private static final long BEHIND_SECONDS = 1;

    private final Store store;
    private final StoredSecrets secrets;
    private final Policy policy;
    private final boolean keepsChildren;
    private final SecureRandom random = new SecureRandom();
    private final Consumer<String> warn;
    private Optional<Served> served = Optional.empty();
    private Optional<Thread> writer = Optional.empty();
    /** The writer is asked, not interrupted: an interrupt closes the file that is just written. */
    private final CountDownLatch ending = new CountDownLatch(1);
    private volatile ChildMap latest = ChildMap.EMPTY;
    private ChildMap written = ChildMap.EMPTY;
    private String warned = "";

    private Keeping(Store store, GatewayRole role, Policy policy, Consumer<String> warn) {
        this.store = store;
        this.secrets = secrets(store, role);
        this.policy = policy;
        this.keepsChildren = role == GatewayRole.MAKER && policy.childMap();
        this.warn = warn;
    }

    private static StoredSecrets secrets(Store store, GatewayRole role) {
        return role.isOfSir() ? store.cookieSecrets() : store.tokenSecrets();
    }

    /** Makes what is not there yet: the folder, and a first secret for the role. */
    static void make(Path folder, GatewayRole role) throws BadFileException {
        try (Store store = Store.make(new SystemDisk(), folder)) {
            if (!secrets(store, role).areThere()) {
                secrets(store, role).make(new SecureRandom());
            }
        } catch (StoreException e) {
            throw new BadFileException(e.getMessage());
        }
    }

    /** If this is the folder of a store, and no plain file. */
    static Optional<Keeping> at(Path folder, GatewayRole role, Policy policy, Consumer<String> warn) throws BadFileException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Keeping(Store.open(new SystemDisk(), folder), role, policy, warn));
        } catch (StoreException e) {
            throw new BadFileException(e.getMessage());
        }
    }

    Secrets secrets() throws BadFileException {
        try {
            return secrets.read(policy.generations());
        } catch (StoreException e) {
            throw new BadFileException(e.getMessage() + (e.reason() == StoreException.Reason.MISSING
                    ? "; if this is the first start --make-store makes a first secret" : ""));
        }
    }

    /** The IKE SAs whose children the map still knows: after a start all of them are lost. */
    List<SaEntry> lost() throws BadFileException {
        if (!keepsChildren) {
            return List.of();
        }
        var children = new HashMap<IkeSpis, Set<ChildSa>>();
        try {
            for (Map.Entry<Integer, IkeSpis> entry : store.children().read().entrySet()) {
                children.computeIfAbsent(entry.getValue(), it -> new HashSet<>()).add(new ChildSa(entry.getKey(), 0));
            }
        } catch (StoreException e) {
            throw new BadFileException(e.getMessage());
        }
        var lost = new ArrayList<SaEntry>();
        children.forEach((spis, all) -> lost.add(SaEntry.lost(spis, all)));
        return lost;
    }

    /** From now on the map of this gateway is kept. */
    void keep(Served gateway) {
        if (keepsChildren) {
            served = Optional.of(gateway);
            latest = gateway.gateway().childMap();
            written = latest;
            writer = Optional.of(Thread.ofPlatform().daemon().name("children").start(this::write));
        }
    }

    /** QCD-5.1-2: a new generation, kept before anybody hears of it. */
    Event.SecretRolled roll() throws BadFileException {
        try {
            return new Event.SecretRolled(secrets.roll(random, policy.generations()));
        } catch (StoreException e) {
            throw new BadFileException(e.getMessage());
        }
    }

    @Override
    public void stepped(Event event, Step<?> step) {
        served.ifPresent(it -> latest = it.gateway().childMap());
    }

    private void write() {
        try {
            while (!ending.await(BEHIND_SECONDS, TimeUnit.SECONDS)) {
                writeLatest();
            }
            writeLatest();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeLatest() {
        ChildMap map = latest;
        if (map != written) {
            try {
                store.children().write(map.entries());
                written = map;
            } catch (StoreException e) {
                if (!warned.equals(e.getMessage())) {
                    warned = e.getMessage();
                    warn.accept("the map of child SAs is not kept: " + warned);
                }
            }
        }
    }

    /** After the last step. */
    @Override
    public void close() {
        try {
            if (writer.isPresent()) {
                ending.countDown();
                writer.get().join();
            }
            store.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StoreException e) {
            warn.accept(e.getMessage());
        }
    }
}
