package sfd.cluster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import sfd.ike.IkeSpis;

/** The list of members that are in one process, and can always reach it; with a single member it says no to everything. */
public final class SharedSpis {

    private final Map<String, Set<IkeSpis>> held = new HashMap<>();

    /** The list as this member sees it. */
    public synchronized ActiveSpis member(String name) {
        held.put(name, new HashSet<>());
        return new Member(name);
    }

    private final class Member implements ActiveSpis {

        private final String name;

        Member(String name) {
            this.name = name;
        }

        @Override
        public boolean announce(IkeSpis spis) {
            synchronized (SharedSpis.this) {
                held.get(name).add(spis);
                return true;
            }
        }

        @Override
        public void withdraw(IkeSpis spis) {
            synchronized (SharedSpis.this) {
                held.get(name).remove(spis);
            }
        }

        @Override
        public Elsewhere elsewhere(IkeSpis spis) {
            synchronized (SharedSpis.this) {
                return held.entrySet().stream().anyMatch(it -> !it.getKey().equals(name) && it.getValue().contains(spis))
                        ? Elsewhere.ACTIVE : Elsewhere.NOT;
            }
        }

        @Override
        public void restart() {
            synchronized (SharedSpis.this) {
                held.get(name).clear();
            }
        }

        @Override
        public void tend() {
        }

        @Override
        public void close() {
        }
    }
}
