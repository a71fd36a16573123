package sfd.gateway;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.ike.TokenFlaw;
import sfd.octets.Octets;
import sfd.sa.ChildSa;
import sfd.sa.Policy;

/**
 * The IKE SAs of a gateway: a JSON array of objects as {@code $defs/sas} of {@code traces/schemas/answer.schema.json}
 * has them.
 */
public final class SasFile {

    private SasFile() {
    }

    /** @throws BadFileException for any other content, or SAs that this role and policy cannot have */
    public static List<SaEntry> read(Path file, GatewayRole role, Policy policy) throws BadFileException {
        var seen = new HashSet<IkeSpis>();
        var sas = new ArrayList<SaEntry>();
        boolean isArray = JsonFile.items(file, node -> {
            String place = file + ", SA " + (sas.size() + 1);
            SaEntry sa = entry(new SaFields(place, node));
            check(place, sa, role, policy);
            if (!seen.add(sa.spis())) {
                // BASE-2.6-1: SPIs are unique.
                throw new BadFileException(place + ": an earlier one has the same SPIs");
            }
            sas.add(sa);
        });
        if (!isArray) {
            throw new BadFileException(file + ": the SAs are a JSON array");
        }
        checkLost(file, sas, policy);
        return List.copyOf(sas);
    }

    private static SaEntry entry(SaFields fields) throws BadFileException {
        fields.checkNames("spiI", "spiR", "phase", "here", "peer", "initiator", "identity", "children", "vendorId", "tokens");
        Endpoint peer = fields.endpoint("peer");
        return new SaEntry(new IkeSpis(fields.spi("spiI", Long.BYTES), fields.spi("spiR", Long.BYTES)),
                fields.phase("phase"), fields.endpoint("here"), peer, fields.bool("initiator"),
                fields.text("identity", peer.address().toString()), children(fields), fields.bool("vendorId"), tokens(fields));
    }

    private static Set<ChildSa> children(SaFields fields) throws BadFileException {
        var children = new HashSet<ChildSa>();
        for (SaFields child : fields.objects("children")) {
            child.checkNames("in", "out");
            children.add(new ChildSa((int) child.spi("in", Integer.BYTES), (int) child.spi("out", Integer.BYTES)));
        }
        return children;
    }

    /** QCD-4.1-2, QCD-5-1: others a taker would not have kept. */
    private static List<Octets> tokens(SaFields fields) throws BadFileException {
        List<Octets> tokens = fields.octets("tokens");
        for (Octets token : tokens) {
            if (token.length() < TokenFlaw.SHORTEST || token.length() > TokenFlaw.LONGEST) {
                throw fields.bad("a token has " + TokenFlaw.SHORTEST + " to " + TokenFlaw.LONGEST + " octets, not "
                        + token.length());
            }
        }
        return tokens;
    }

    /** QCD-8.2-1: of more than that the map would have forgotten some. */
    private static void checkLost(Path file, List<SaEntry> sas, Policy policy) throws BadFileException {
        long lost = sas.stream().filter(it -> it.phase() == SaEntry.Phase.LOST).count();
        if (lost > policy.childMapLost()) {
            throw new BadFileException(file + ": by the policy the child map remembers " + policy.childMapLost()
                    + " lost SAs, not " + lost);
        }
    }

    private static void check(String place, SaEntry sa, GatewayRole role, Policy policy) throws BadFileException {
        if (sa.phase() == SaEntry.Phase.LOST && !policy.childMap()) {
            throw new BadFileException(place + ": a gateway knows of a lost SA only with childMap in its policy");
        }
        if (sa.vendorId() && role != GatewayRole.PEER_Y) {
            throw new BadFileException(place + ": only peerY asks for the Vendor ID");
        }
        if (!sa.tokens().isEmpty() && (role != GatewayRole.TAKER || !policy.taker())) {
            throw new BadFileException(place + ": only a taker keeps tokens");
        }
        if (sa.tokens().size() > policy.tokensKept()) {
            throw new BadFileException(place + ": by the policy a taker keeps " + policy.tokensKept()
                    + " tokens for an SA, not " + sa.tokens().size());
        }
    }
}
