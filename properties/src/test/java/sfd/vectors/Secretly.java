package sfd.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import sfd.ike.Address;
import sfd.octets.Octets;
import sfd.token.JdkDigest;
import sfd.token.Secret;
import sfd.token.Secrets;
import sfd.token.TokenMethod;

/** What the reference makes of secrets. */
final class Secretly {

    private Secretly() {
    }

    static Verdict tokens(Read.Placed it) {
        Secrets secrets;
        try {
            secrets = Read.secrets(it.it().get("secrets"));
        } catch (IllegalArgumentException e) {
            return refused(it.it().get("secrets"));
        }
        TokenMethod method = it.text("method").equals("5.1") ? TokenMethod.SPIS : TokenMethod.SPIS_AND_ADDRESS;
        List<Octets> made = new ArrayList<>();
        for (Secret secret : secrets.generations()) {
            made.add(method.token(new JdkDigest(), secret, it.spis(), Address.parse(it.text("address"))));
        }
        List<Octets> given = new ArrayList<>();
        it.it().get("tokens").forEach(token -> given.add(Octets.hex(token.asText())));
        return made.equals(given) ? Verdict.valid() : Verdict.invalid("TOKENS");
    }

    /** The reference throws, for such secrets reach no role; of the two reasons the length is the first that it sees. */
    private static Verdict refused(JsonNode secrets) {
        for (JsonNode secret : secrets) {
            if (secret.get("octets").asText().length() != 2 * Secret.LENGTH) {
                return Verdict.invalid("SECRET_LENGTH");
            }
        }
        return Verdict.invalid("GENERATIONS");
    }
}
