package sfd.probe;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sfd.ike.CheckSpi;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.PayloadTypes;
import sfd.ike.VendorId;
import sfd.octets.Octets;
import sfd.sa.Event;
import sfd.session.Bodies;

/**
 * One condition of an outcome, as in {@code "asked not notify 4"}.
 *
 * @param step that it is about
 * @param not it is turned round
 * @param word what is asked; the schema of the cases says what each means
 * @param argument a number, a name or another step; empty where the word needs none
 */
record Condition(String step, boolean not, String word, String argument) {

    private static final int CONFIGURATION = 47;

    /** Octet of the header that names the first payload. */
    private static final int FIRST_PAYLOAD = 16;

    private static final int SHORTEST_TOKEN = 16;
    private static final int LONGEST_TOKEN = 128;

    static Condition parse(String text) {
        String[] parts = text.split(" ");
        int at = parts.length > 1 && parts[1].equals("not") ? 2 : 1;
        return new Condition(parts[0], at == 2, parts[at], parts.length > at + 1 ? parts[at + 1] : "");
    }

    /** @param seen by the ids of the steps; those that it names were made */
    boolean holds(Map<String, Seen> seen) {
        return plain(seen.get(step), seen) != not;
    }

    private boolean plain(Seen it, Map<String, Seen> seen) {
        return switch (word) {
            case "silent" -> it.clear().isEmpty();
            case "answered" -> !it.clear().isEmpty();
            case "done" -> it.done();
            case "asks" -> it.asks();
            case "fromAsked" -> it.clear().stream().allMatch(came -> it.sent().stream()
                    .anyMatch(sent -> came.datagram().from().equals(sent.to()) && came.datagram().to().equals(sent.from())));
            case "ike" -> it.clear().stream().allMatch(came -> came.message().isPresent());
            case "plain" -> all(it, message -> !message.endsEncrypted());
            case "copiesSpis" -> headers(it, header -> header.spis().equals(it.asked().spis()));
            case "copiesExchange" -> headers(it, header -> header.exchange() == it.asked().exchange());
            case "copiesId" -> headers(it, header -> header.messageId() == it.asked().messageId());
            case "response" -> headers(it, IkeHeader::response);
            case "initiator" -> headers(it, IkeHeader::initiator);
            case "otherEnd" -> headers(it, header -> header.initiator() != it.asked().initiator());
            case "exchange" -> it.clear().stream().flatMap(came -> came.message().stream())
                    .anyMatch(message -> message.header().exchange() == number());
            case "times" -> it.octets(false) <= (long) number() * it.octets(true);
            case "notify" -> !it.notifies(false, number()).isEmpty();
            case "insideNotify" -> !it.notifies(true, number()).isEmpty();
            case "noData" -> it.notifies(false, number()).stream().allMatch(notify -> notify.data().isEmpty());
            case "namesEspSpi" -> data(it, it.sent().getFirst().datagram().slice(0, Integer.BYTES));
            case "namesPayload" -> data(it, it.message().slice(FIRST_PAYLOAD, FIRST_PAYLOAD + 1));
            case "tokenForm" -> it.tokens().stream().allMatch(token -> token.spi().isEmpty() && token.protocol() == CheckSpi.PROTOCOL_IKE);
            case "tokenLength" -> it.tokens().stream().allMatch(token ->
                    token.data().length() >= SHORTEST_TOKEN && token.data().length() <= LONGEST_TOKEN);
            case "tokenPlace" -> it.came().stream().allMatch(came -> isBehindAuth(came.payloads()));
            case "sameTokens" -> !it.tokens().isEmpty() && it.tokenOctets().equals(seen.get(argument).tokenOctets());
            case "tokenOf" -> !Collections.disjoint(it.tokenOctets(), seen.get(argument).tokenOctets());
            case "sameOctets" -> !it.came().isEmpty() && octets(it).equals(octets(seen.get(argument)));
            case "checkSpi" -> it.came().stream().flatMap(came -> CheckSpi.in(came.payloads()).stream())
                    .anyMatch(said -> subtype(said).equals(argument));
            case "reflects" -> it.clear().stream().flatMap(came -> CheckSpi.in(came.payloads()).stream())
                    .filter(said -> !subtype(said).equals("QUERY")).allMatch(said -> content(said).equals(asked(it)));
            case "vendorId" -> it.clear().stream().anyMatch(came -> VendorId.isIn(came.payloads()));
            default -> throw new IllegalArgumentException("no such condition: " + word);
        };
    }

    private int number() {
        return Integer.parseInt(argument);
    }

    private static boolean all(Seen it, Predicate<IkeMessage> wanted) {
        return it.clear().stream().allMatch(came -> came.message().filter(wanted).isPresent());
    }

    private static boolean headers(Seen it, Predicate<IkeHeader> wanted) {
        return all(it, message -> wanted.test(message.header()));
    }

    private boolean data(Seen it, Octets expected) {
        return it.notifies(false, number()).stream().allMatch(notify -> notify.data().equals(expected));
    }

    /** What came, once each: a retransmission of ours is answered again. */
    private static Set<Octets> octets(Seen it) {
        return it.came().stream().map(came -> came.datagram().datagram()).collect(Collectors.toSet());
    }

    /** QCD-4.2-3; true where there is no token. */
    private static boolean isBehindAuth(List<Payload> payloads) {
        List<Payload.Notify> tokens = Payload.notifies(payloads, NotifyTypes.QUICK_CRASH_DETECTION);
        if (tokens.isEmpty()) {
            return true;
        }
        int token = payloads.indexOf(tokens.getFirst());
        return place(payloads, Bodies.AUTHENTICATION, -1) < token
                && Stream.of(CONFIGURATION, PayloadTypes.SA, Bodies.TS_INITIATOR, Bodies.TS_RESPONDER)
                        .allMatch(type -> place(payloads, type, Integer.MAX_VALUE) > token);
    }

    /** Of the first payload of a type. */
    private static int place(List<Payload> payloads, int type, int none) {
        return IntStream.range(0, payloads.size()).filter(i -> payloads.get(i).payloadType() == type).findFirst().orElse(none);
    }

    private static String subtype(CheckSpi said) {
        return switch (said) {
            case CheckSpi.AboutIkeSa about -> about.subtype().toString();
            case CheckSpi.AboutChildSa about -> about.subtype().toString();
            case CheckSpi.LoneCookie lone -> "LONE";
            case CheckSpi.Broken broken -> "BROKEN";
        };
    }

    /** SPI and cookie of what is said. */
    private static String content(CheckSpi said) {
        return switch (said) {
            case CheckSpi.AboutIkeSa about -> about.spis() + " " + about.cookie();
            case CheckSpi.AboutChildSa about -> about.spi() + " " + about.cookie();
            default -> "";
        };
    }

    private static String asked(Seen it) {
        return Came.inTheClear(new Event.Received(it.sent().getFirst().from(), it.sent().getFirst().to(),
                it.sent().getFirst().datagram())).payloads().stream().filter(Payload.Notify.class::isInstance)
                .map(Payload.Notify.class::cast).filter(notify -> notify.type() == NotifyTypes.CHECK_SPI)
                .map(notify -> content(CheckSpi.of(notify))).findFirst().orElse("");
    }
}
