package sfd.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeSet;
import sfd.gateway.PolicyFile;
import sfd.sa.Policy;

/** A policy with all its fields, its sets sorted as text: the inverse of {@link PolicyFile}. */
public final class PolicyTree {

    private PolicyTree() {
    }

    public static ObjectNode of(Policy policy) {
        ObjectNode out = PolicyFile.json(policy);
        sort(out);
        return out;
    }

    private static void sort(JsonNode node) {
        if (node instanceof ArrayNode set) {
            var sorted = new TreeSet<String>();
            set.forEach(item -> sorted.add(item.textValue()));
            set.removeAll();
            sorted.forEach(set::add);
        }
        node.forEach(PolicyTree::sort);
    }
}
