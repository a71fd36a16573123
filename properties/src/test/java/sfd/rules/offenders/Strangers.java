package sfd.rules.offenders;

import com.fasterxml.jackson.databind.JsonNode;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.pcollections.TreePMap;
import picocli.CommandLine;
import sfd.pages.Attacks;
import sfd.traces.graph.Graph;

/** Who knows what is not his. */
public final class Strangers {

    private Strangers() {
    }

    public static final class KnowsTraces {
        int states(Graph graph) {
            return graph.stateCount();
        }
    }

    public static final class KnowsJson {
        int size(JsonNode node) {
            return node.size();
        }
    }

    public static final class KnowsTheMapLibrary {
        Object map() {
            return TreePMap.empty();
        }
    }

    public static final class KnowsBouncyCastle {
        Object digest() {
            return new SHA256Digest();
        }
    }

    public static final class KnowsTheCommandLine {
        CommandLine line;
    }

    public static final class EndsTheProcess {
        void end() {
            System.exit(0);
        }
    }

    public static final class AsksAPage {
        Object page(Attacks attacks) {
            return attacks.layout();
        }
    }
}
