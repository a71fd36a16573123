package sfd.ike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sfd.octets.Octets;

class ValuesTest {

    private static final IkeHeader REQUEST =
            new IkeHeader(new IkeSpis(1, 2), ExchangeTypes.INFORMATIONAL, true, false, 7);
    private static final Octets INSIDE = Octets.of(new byte[17]);
    private static final Payload.Encrypted SK = new Payload.Encrypted(PayloadTypes.SK, 0, INSIDE);
    private static final Payload.Other VENDOR = new Payload.Other(PayloadTypes.VENDOR_ID, Octets.EMPTY);
    private static final Octets TOO_LONG = Octets.of(new byte[65532]);

    @Test
    void spisPrintAsTwoNumbersOfSixteenDigits() {
        assertEquals("4d7cbbaf52dcbd5c:0000000000000001", new IkeSpis(0x4d7cbbaf52dcbd5cL, 1).toString());
    }

    @Test
    void spisAreOrderedUnsigned() {
        var ordered = new TreeSet<>(List.of(new IkeSpis(-1, 0), new IkeSpis(0, -1), new IkeSpis(0, 1), IkeSpis.NONE));
        assertEquals(List.of(IkeSpis.NONE, new IkeSpis(0, 1), new IkeSpis(0, -1), new IkeSpis(-1, 0)),
                List.copyOf(ordered));
    }

    @Test
    void spisAreSixteenOctets() {
        var spis = new IkeSpis(0x0102030405060708L, -2);
        assertEquals(Octets.hex("0102030405060708 fffffffffffffffe"), spis.octets());
        assertEquals(spis, IkeSpis.of(spis.octets()));
        assertThrows(IllegalArgumentException.class, () -> IkeSpis.of(Octets.EMPTY));
    }

    @Test
    void replyKeepsAllButTheFlags() {
        assertEquals(new IkeHeader(new IkeSpis(1, 2), ExchangeTypes.INFORMATIONAL, false, true, 7), REQUEST.reply());
        assertTrue(REQUEST.reply().reply().initiator());
        assertTrue(REQUEST.reply().reply().response());
    }

    @Test
    void protectionIsSeenByTheEndOfTheChain() {
        assertTrue(new IkeMessage(REQUEST, List.of(VENDOR, SK)).endsEncrypted());
        assertFalse(new IkeMessage(REQUEST, List.of(VENDOR)).endsEncrypted());
        assertFalse(new IkeMessage(REQUEST, List.of()).endsEncrypted());
    }

    @Test
    void notificationsAreFoundByType() {
        var first = new Payload.Notify(0, Octets.EMPTY, NotifyTypes.COOKIE, Octets.hex("01"));
        var second = new Payload.Notify(0, Octets.EMPTY, NotifyTypes.COOKIE, Octets.hex("02"));
        var other = new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INVALID_IKE_SPI, Octets.EMPTY);
        var message = new IkeMessage(REQUEST, List.of(first, VENDOR, other, second));
        assertEquals(List.of(first, second), message.notifies(NotifyTypes.COOKIE));
        assertEquals(List.of(), message.notifies(NotifyTypes.INVALID_SPI));
    }

    @Test
    void listsInsideAreCopies() {
        var given = new ArrayList<Payload>(List.of(VENDOR));
        var message = new IkeMessage(REQUEST, given);
        var chain = new Chain.Payloads(given);
        given.clear();
        assertEquals(List.of(VENDOR), message.payloads());
        assertEquals(List.of(VENDOR), chain.list());
    }

    @Test
    void nothingFollowsAnEncryptedPayload() {
        List<Payload> wrong = List.of(SK, VENDOR);
        assertThrows(IllegalArgumentException.class, () -> new IkeMessage(REQUEST, wrong));
        assertThrows(IllegalArgumentException.class, () -> new Chain.Payloads(wrong));
        assertThrows(IllegalArgumentException.class, () -> Wire.encodeChain(wrong));
    }

    @Test
    void fieldsHoldWhatTheWireHolds() {
        assertThrows(IllegalArgumentException.class, () -> new IkeHeader(IkeSpis.NONE, 256, true, true, 0));
        assertThrows(IllegalArgumentException.class, () -> new Payload.Other(0, Octets.EMPTY));
        assertThrows(IllegalArgumentException.class, () -> new Payload.Other(41, Octets.EMPTY));
        assertThrows(IllegalArgumentException.class, () -> new Payload.Other(46, Octets.EMPTY));
        assertThrows(IllegalArgumentException.class, () -> new Payload.Other(53, Octets.EMPTY));
        assertThrows(IllegalArgumentException.class, () -> new Payload.Other(256, Octets.EMPTY));
        assertThrows(IllegalArgumentException.class, () -> new Payload.Other(43, TOO_LONG));
        assertThrows(IllegalArgumentException.class, () -> new Payload.Encrypted(43, 0, INSIDE));
        assertThrows(IllegalArgumentException.class, () -> new Payload.Encrypted(46, 256, INSIDE));
        assertThrows(IllegalArgumentException.class, () -> new Payload.Encrypted(46, 0, INSIDE.slice(1, 17)));
        assertThrows(IllegalArgumentException.class, () -> new Payload.Encrypted(53, 0, INSIDE));
        assertThrows(IllegalArgumentException.class, () -> new Payload.Encrypted(53, 0, Octets.concat(Octets.hex("00030002"), INSIDE)));
        assertThrows(IllegalArgumentException.class, () -> new Payload.Encrypted(46, 0, TOO_LONG));
        assertThrows(IllegalArgumentException.class, () -> new Payload.Notify(256, Octets.EMPTY, 1, Octets.EMPTY));
        assertThrows(IllegalArgumentException.class, () -> new Payload.Notify(-1, Octets.EMPTY, 1, Octets.EMPTY));
        assertThrows(IllegalArgumentException.class,
                () -> new Payload.Notify(0, Octets.of(new byte[256]), 1, Octets.EMPTY));
        assertThrows(IllegalArgumentException.class, () -> new Payload.Notify(0, Octets.EMPTY, 65536, Octets.EMPTY));
        assertThrows(IllegalArgumentException.class, () -> new Payload.Notify(0, Octets.EMPTY, 1, TOO_LONG));
    }

    @Test
    void notificationsPrintWithoutTheirData() {
        var token = new Payload.Notify(1, Octets.EMPTY, NotifyTypes.QUICK_CRASH_DETECTION, Octets.hex("abcdef"));
        assertEquals("N(QUICK_CRASH_DETECTION, protocol 1, SPI none, 3 octets)", token.toString());
        var child = new Payload.Notify(3, Octets.hex("39fa7626"), 9999, Octets.EMPTY);
        assertEquals("N(9999, protocol 3, SPI 39fa7626, 0 octets)", child.toString());
    }

    @Test
    void registriesNameTheirNumbers() {
        assertEquals("IKE_SESSION_RESUME", ExchangeTypes.name(38));
        assertEquals(OptionalInt.of(34), ExchangeTypes.number("IKE_SA_INIT"));
        assertEquals("QUICK_CRASH_DETECTION", NotifyTypes.name(16419));
        assertEquals(OptionalInt.of(32770), NotifyTypes.number("CHECK_SPI"));
        assertEquals("SKF", PayloadTypes.name(53));
        assertEquals(OptionalInt.of(41), PayloadTypes.number("N"));
    }

    /** Ends and gaps of the tables, which a shift by one line would move. */
    @Test
    void registriesAreWhole() {
        assertEquals("IKE_SESSION_RESUME, GSA_AUTH, GSA_REGISTRATION, GSA_REKEY, GSA_INBAND_REKEY, IKE_INTERMEDIATE, "
                + "IKE_FOLLOWUP_KE, 45", names(38, 45, ExchangeTypes::name));
        assertEquals("32, SA, KE, IDi, IDr, CERT, CERTREQ, AUTH, Ni, Nr, N, D, V, TSi, TSr, SK, CP, EAP, GSPM, IDg, GSA, KD, "
                + "SKF, PS, 55", names(32, 55, PayloadTypes::name));
        assertEquals("CHILD_SA_NOT_FOUND, INVALID_GROUP_ID, AUTHORIZATION_FAILED, STATE_NOT_FOUND, TS_MAX_QUEUE, "
                + "REGISTRATION_FAILED, 50", names(44, 50, NotifyTypes::name));
        assertEquals("16383, INITIAL_CONTACT", names(16383, 16384, NotifyTypes::name));
        assertEquals("CHILDLESS_IKEV2_SUPPORTED, QUICK_CRASH_DETECTION, IKEV2_MESSAGE_ID_SYNC_SUPPORTED",
                names(16418, 16420, NotifyTypes::name));
        assertEquals("IP6_ALLOWED, ADDITIONAL_KEY_EXCHANGE, USE_AGGFRAG, SUPPORTED_AUTH_METHODS, SA_RESOURCE_INFO, "
                + "USE_PPK_INT, PPK_IDENTITY_KEY, IKE_SA_INIT_FULL_TRANSCRIPT_AUTH, 16448",
                names(16440, 16448, NotifyTypes::name));
    }

    private static String names(int first, int last, IntFunction<String> name) {
        return IntStream.rangeClosed(first, last).mapToObj(name).collect(Collectors.joining(", "));
    }

    @Test
    void aRegistryHasOneNameForANumber() {
        assertThrows(IllegalArgumentException.class, () -> Registry.of("1 ONE\n1 TWO"));
        assertThrows(IllegalArgumentException.class, () -> Registry.of("1 ONE\n2"));
    }

    @Test
    void registriesPrintWhatTheyDoNotKnowAsNumbers() {
        assertEquals("240", ExchangeTypes.name(240));
        assertEquals("40960", NotifyTypes.name(40960));
        assertEquals("200", PayloadTypes.name(200));
        assertEquals(OptionalInt.empty(), NotifyTypes.number("40960"));
        assertEquals(OptionalInt.empty(), ExchangeTypes.number("none"));
        assertEquals(OptionalInt.empty(), PayloadTypes.number("none"));
    }

    @Test
    void errorTypesEndAt16383() {
        assertTrue(NotifyTypes.isError(NotifyTypes.INVALID_SPI));
        assertTrue(NotifyTypes.isError(16383));
        assertFalse(NotifyTypes.isError(NotifyTypes.INITIAL_CONTACT));
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonNamesItsClause(Reason reason) {
        assertTrue(reason.clause().matches("BASE-\\d+(\\.\\d+)*-\\d"), reason.clause());
        assertFalse(reason.explanation().isBlank());
    }
}
