package sfd.kit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sfd.ike.IkeSpis;
import sfd.octets.Octets;
import sfd.persistent.PersistentSet;
import sfd.sa.ChildSa;
import sfd.sa.IkeSa;
import sfd.sa.SaTable;
import sfd.token.Secret;
import sfd.token.Secrets;
import sfd.token.TokenDigest;

/** IKE SAs, and secrets, out of JSON: the inverse of {@link SaTree} and {@link SecretTree}. */
final class TableFields {

    private static final int DIGEST = 32;

    private TableFields() {
    }

    /** The table under a key that everybody knows. */
    static SaTable table(Fields state) {
        SaTable table = SaTable.EMPTY;
        for (Fields sa : state.objects("sas")) {
            table = table.put(sa(sa));
        }
        return table;
    }

    private static IkeSa sa(Fields sa) {
        return new IkeSa(sa.spis(), phase(sa.text("phase")), sa.endpoint("here"), sa.endpoint("peer"), sa.bool("initiator"),
                sa.text("identity"), children(sa), sa.all("tokenDigests", it -> digest(it.asText())), sa.number("secret"));
    }

    private static IkeSa.Phase phase(String name) {
        return switch (name) {
            case SaTree.HALF_OPEN -> IkeSa.Phase.HALF_OPEN;
            case SaTree.ESTABLISHED -> IkeSa.Phase.ESTABLISHED;
            default -> throw new IllegalArgumentException("phase must be halfOpen or established");
        };
    }

    private static Set<ChildSa> children(Fields sa) {
        var children = new HashSet<ChildSa>();
        sa.objects("children").forEach(it -> children.add(new ChildSa(it.childSpi("in"), it.childSpi("out"))));
        return children;
    }

    private static TokenDigest digest(String digits) {
        Fields.require(digits.matches("([0-9a-f]{2}){" + DIGEST + "}"), "tokenDigests must have 32 octets each");
        Octets octets = Octets.hex(digits);
        return new TokenDigest(octets.u64(0), octets.u64(8), octets.u64(16), octets.u64(24));
    }

    static PersistentSet<IkeSpis> pairs(List<Fields> pairs) {
        PersistentSet<IkeSpis> set = PersistentSet.empty();
        for (Fields pair : pairs) {
            set = set.plus(pair.spis());
        }
        return set;
    }

    static Secrets secrets(Fields state) {
        return new Secrets(state.objects("secrets").stream()
                .map(secret -> Secret.of(secret.number("generation"), secret.octets("octets"))).toList());
    }
}
