package sfd.check;

import java.io.IOException;
import sfd.lockstep.RoleGraph;
import sfd.token.BouncyDigest;
import sfd.token.Digest;
import sfd.traces.tlc.Progress;
import sfd.traces.tlc.Walk;

/** The role models in which every clause is kept and the role is alone, walked one after the other. */
public record RoleModels(Layout layout, Manifest manifest) {

    /** What is done with one of them; its graph is let go afterwards. */
    public interface Each {
        void model(Entry entry, RoleGraph graph) throws IOException;
    }

    /** In the order of the manifest. */
    public void walk(Each each) throws IOException {
        // What the model's tokens are in octets is said by another implementation of the digest than the roles use.
        Digest oracle = new BouncyDigest();
        for (Entry entry : manifest.models()) {
            // System models have a world, and only they.
            if (!entry.temporal() && entry.world() == null) {
                RoleGraph graph = graph(entry, oracle);
                if (graph != null) {
                    each.model(entry, graph);
                }
            }
        }
    }

    /** A draw (BASE-2.21.4-10) stands around a role, and is no part of it: what the kit has is the roles. */
    static boolean isAlone(RoleGraph graph) {
        return graph.policy().drawn() == 0;
    }

    private RoleGraph graph(Entry entry, Digest oracle) {
        try (Walk walk = Walk.open(entry.model(layout))) {
            About about = About.of(walk);
            if (!about.isRole() || !about.clausesOff().isEmpty()) {
                return null;
            }
            var graph = new RoleGraph(walk.run(Progress.NONE).graph(), about.roles(), about.policies(), oracle);
            return isAlone(graph) ? graph : null;
        }
    }
}
