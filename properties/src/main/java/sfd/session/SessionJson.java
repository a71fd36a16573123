package sfd.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;

/** A session as a JSON value and back. */
final class SessionJson {

    private SessionJson() {
    }

    static ObjectNode write(Session session) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        IkeKeys keys = session.keys();
        node.put("spiI", HexFormat.of().toHexDigits(session.spis().initiator()))
                .put("spiR", HexFormat.of().toHexDigits(session.spis().responder()))
                .put("initiator", session.initiator())
                .put("nat", session.nat())
                .put("suite", keys.suite().name());
        node.set("here", endpoint(session.here()));
        node.set("peer", endpoint(session.peer()));
        node.set("own", identity(session.own()));
        node.set("other", identity(session.other()));
        node.putObject("keys").put("d", text(keys.d())).put("ai", text(keys.ai())).put("ar", text(keys.ar()))
                .put("ei", text(keys.ei())).put("er", text(keys.er())).put("pi", text(keys.pi())).put("pr", text(keys.pr()));
        node.putObject("ids").put("nextRequest", session.ids().nextRequest()).put("nextAnswer", session.ids().nextAnswer())
                .put("nextFromPeer", session.ids().nextFromPeer());
        var children = node.putArray("children");
        session.children().forEach(it -> children.add(child(it)));
        return node;
    }

    private static ObjectNode endpoint(Endpoint end) {
        return JsonNodeFactory.instance.objectNode().put("address", end.address().toString()).put("port", end.port());
    }

    private static ObjectNode identity(Identity identity) {
        return JsonNodeFactory.instance.objectNode().put("type", identity.type()).put("data", identity.data().toString());
    }

    private static ObjectNode child(Child child) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("in", HexFormat.of().toHexDigits(child.in())).put("out", HexFormat.of().toHexDigits(child.out()))
                .put("inKey", text(child.inKey())).put("outKey", text(child.outKey())).put("nextSequence", child.nextSequence())
                .put("highest", child.window().highest()).put("seen", HexFormat.of().toHexDigits(child.window().seen()));
        var own = node.putArray("ownTraffic");
        child.own().forEach(it -> own.add(selector(it)));
        var peer = node.putArray("peerTraffic");
        child.peer().forEach(it -> peer.add(selector(it)));
        return node;
    }

    private static ObjectNode selector(Selector selector) {
        return JsonNodeFactory.instance.objectNode().put("protocol", selector.protocol()).put("firstPort", selector.firstPort())
                .put("lastPort", selector.lastPort()).put("first", selector.first().toString()).put("last", selector.last().toString());
    }

    private static String text(Key key) {
        return key.octets().toString();
    }

    /** @param place what to call the value in a message */
    static Session read(String place, JsonNode node) throws SessionFileException {
        var fields = new SessionFields(place, node);
        fields.checkNames("spiI", "spiR", "initiator", "nat", "suite", "here", "peer", "own", "other", "keys", "ids", "children");
        var spis = new IkeSpis(fields.octets("spiI", Long.BYTES).u64(0), fields.octets("spiR", Long.BYTES).u64(0));
        Suite suite = fields.suite("suite");
        SessionFields ids = fields.object("ids");
        ids.checkNames("nextRequest", "nextAnswer", "nextFromPeer");
        var children = new ArrayList<Child>();
        for (SessionFields child : fields.objects("children")) {
            children.add(child(child));
        }
        return fields.made(() -> new Session(spis, fields.bool("initiator"), endpoint(fields.object("here")),
                endpoint(fields.object("peer")), fields.bool("nat"), identity(fields.object("own")), identity(fields.object("other")),
                keys(suite, fields.object("keys")), ids.made(() ->
                        new MessageIds(ids.number("nextRequest"), ids.number("nextAnswer"), ids.number("nextFromPeer"))), children));
    }

    private static IkeKeys keys(Suite suite, SessionFields fields) throws SessionFileException {
        fields.checkNames("d", "ai", "ar", "ei", "er", "pi", "pr");
        int a = suite.integrityKey();
        int e = suite.encryptionKey();
        return new IkeKeys(suite, fields.key("d", Prf.LENGTH), fields.key("ai", a), fields.key("ar", a), fields.key("ei", e),
                fields.key("er", e), fields.key("pi", Prf.LENGTH), fields.key("pr", Prf.LENGTH));
    }

    private static Endpoint endpoint(SessionFields fields) throws SessionFileException {
        fields.checkNames("address", "port");
        return fields.made(() -> new Endpoint(fields.address("address"), fields.small("port")));
    }

    private static Identity identity(SessionFields fields) throws SessionFileException {
        fields.checkNames("type", "data");
        return fields.made(() -> new Identity(fields.small("type"), fields.octets("data")));
    }

    private static Child child(SessionFields fields) throws SessionFileException {
        fields.checkNames("in", "out", "inKey", "outKey", "nextSequence", "highest", "seen", "ownTraffic", "peerTraffic");
        return fields.made(() -> new Child(fields.octets("in", Integer.BYTES).u32(0), fields.octets("out", Integer.BYTES).u32(0),
                fields.key("inKey", Child.KEY), fields.key("outKey", Child.KEY), fields.number("nextSequence"),
                new ReplayWindow(fields.number("highest"), fields.octets("seen", Long.BYTES).u64(0)),
                selectors(fields.objects("ownTraffic")), selectors(fields.objects("peerTraffic"))));
    }

    private static List<Selector> selectors(List<SessionFields> all) throws SessionFileException {
        var selectors = new ArrayList<Selector>();
        for (SessionFields fields : all) {
            fields.checkNames("protocol", "firstPort", "lastPort", "first", "last");
            selectors.add(fields.made(() -> new Selector(fields.small("protocol"), fields.small("firstPort"), fields.small("lastPort"),
                    fields.address("first"), fields.address("last"))));
        }
        return selectors;
    }
}
