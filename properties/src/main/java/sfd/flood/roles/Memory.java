package sfd.flood.roles;

import org.openjdk.jol.info.GraphLayout;

/** The octets of a state: of all objects that can be reached from it, each once, as this JVM lays them out (by JOL). */
final class Memory {

    private Memory() {
    }

    static {
        // Records are no obstacle then, and no agent has to be loaded.
        System.setProperty("jol.magicFieldOffset", "true");
        System.setProperty("jol.skipDynamicAttach", "true");
    }

    static long octets(Object state) {
        return GraphLayout.parseInstance(state).totalSize();
    }
}
