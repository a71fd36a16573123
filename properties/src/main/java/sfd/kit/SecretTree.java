package sfd.kit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sfd.lockstep.Names;
import sfd.token.Secret;
import sfd.token.Secrets;

/** Secrets of the models, which protect nobody: no other one can be written. */
final class SecretTree {

    private SecretTree() {
    }

    /** @throws sfd.lockstep.NotInModelException for a secret that is none of the models' */
    static ObjectNode of(Secret secret) {
        return JsonNodeFactory.instance.objectNode().put("generation", secret.generation())
                .put("octets", Names.octets(secret).toString());
    }

    /** Newest first. */
    static ArrayNode of(Secrets secrets) {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        secrets.generations().forEach(secret -> out.add(of(secret)));
        return out;
    }
}
