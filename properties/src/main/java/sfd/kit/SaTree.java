package sfd.kit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.TreeSet;
import sfd.ike.IkeSpis;
import sfd.sa.ChildSa;
import sfd.sa.IkeSa;
import sfd.sa.SaTable;
import sfd.token.TokenDigest;

/** The table of IKE SAs as JSON: least SPI pair first. */
final class SaTree {

    static final String HALF_OPEN = "halfOpen";
    static final String ESTABLISHED = "established";

    static final Comparator<ChildSa> BY_SPIS = Comparator.comparing(ChildSa::in, Integer::compareUnsigned)
            .thenComparing(ChildSa::out, Integer::compareUnsigned);

    private static final HexFormat HEX = HexFormat.of();

    private SaTree() {
    }

    static ArrayNode of(SaTable sas) {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        sas.all().forEach(sa -> put(out.addObject(), sa));
        return out;
    }

    private static void put(ObjectNode out, IkeSa sa) {
        spis(out, sa.spis())
                .put("phase", sa.isEstablished() ? ESTABLISHED : HALF_OPEN)
                .put("here", sa.here().toString())
                .put("peer", sa.peer().toString())
                .put("initiator", sa.initiator())
                .put("identity", sa.identity());
        var sorted = new TreeSet<>(BY_SPIS);
        sorted.addAll(sa.children());
        out.set("children", children(sorted));
        ArrayNode digests = out.putArray("tokenDigests");
        sa.tokens().forEach(token -> digests.add(digest(token)));
        out.put("secret", sa.secret());
    }

    private static String digest(TokenDigest token) {
        return HEX.toHexDigits(token.first()) + HEX.toHexDigits(token.second()) + HEX.toHexDigits(token.third())
                + HEX.toHexDigits(token.fourth());
    }

    /** Adds both SPIs of an IKE SA, 16 digits each. */
    static ObjectNode spis(ObjectNode out, IkeSpis spis) {
        return out.put("spiI", HEX.toHexDigits(spis.initiator())).put("spiR", HEX.toHexDigits(spis.responder()));
    }

    /** SPI pairs in the order given. */
    static ArrayNode pairs(Iterable<IkeSpis> pairs) {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        pairs.forEach(spis -> spis(out.addObject(), spis));
        return out;
    }

    static ArrayNode children(Collection<ChildSa> sorted) {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        sorted.forEach(child -> out.add(child(child)));
        return out;
    }

    static ObjectNode child(ChildSa child) {
        return JsonNodeFactory.instance.objectNode().put("in", HEX.toHexDigits(child.in()))
                .put("out", HEX.toHexDigits(child.out()));
    }
}
