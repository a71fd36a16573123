package sfd.flood.roles;

import java.util.Collections;
import java.util.List;
import sfd.ike.CheckSpi;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.ike.PayloadTypes;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;
import sfd.token.Cookie;

/** What floods are made of, and what honest peers send. */
final class Messages {

    private static final Payload INVALID_IKE_SPI = notify(0, NotifyTypes.INVALID_IKE_SPI, Octets.EMPTY);
    /** An encrypted payload of a liveness check with AES-GCM. */
    private static final int ENCRYPTED = 57;

    private Messages() {
    }

    private static Payload notify(int protocol, int type, Octets data) {
        return new Payload.Notify(protocol, Octets.EMPTY, type, data);
    }

    private static IkeMessage informational(IkeSpis spis, boolean response, int id, List<Payload> payloads) {
        return new IkeMessage(new IkeHeader(spis, ExchangeTypes.INFORMATIONAL, true, response, id), payloads);
    }

    /** A request that looks protected; {@code length} octets of it are encrypted. */
    static Template request(int length) {
        return Template.of(informational(Template.SPIS, false, 2,
                List.of(new Payload.Encrypted(PayloadTypes.SK, PayloadTypes.NONE, Octets.of(new byte[length])))));
    }

    static Template request() {
        return request(ENCRYPTED);
    }

    static Template invalidIkeSpi() {
        return Template.of(informational(Template.SPIS, true, 2, List.of(INVALID_IKE_SPI)));
    }

    /** @param length of a Vendor ID that nobody knows, in octets */
    static Template invalidIkeSpi(int length) {
        return Template.of(informational(Template.SPIS, true, 2,
                List.of(INVALID_IKE_SPI, new Payload.Other(PayloadTypes.VENDOR_ID, Octets.of(new byte[length])))));
    }

    static Template invalidSpi() {
        return Template.of(informational(IkeSpis.NONE, false, 0,
                List.of(notify(0, NotifyTypes.INVALID_SPI, new OctetWriter(Integer.BYTES).u32(Template.CHILD).finish()))));
    }

    /** As many tokens as are looked at in one message, none of them right. */
    static Template forgedTokens(int many) {
        return Template.of(informational(Template.SPIS, true, 2,
                java.util.stream.Stream.concat(java.util.stream.Stream.of(INVALID_IKE_SPI),
                        Collections.nCopies(many, token(forged(32))).stream()).toList()));
    }

    static IkeMessage token(IkeSpis spis, Octets token) {
        return informational(spis, true, 2, List.of(INVALID_IKE_SPI, token(token)));
    }

    private static Payload token(Octets token) {
        return notify(1, NotifyTypes.QUICK_CRASH_DETECTION, token);
    }

    /** QUERY, ACK or NACK with a cookie that was made up, but names a secret that is in use. */
    static Template forged(CheckSpi.Subtype subtype) {
        return Template.of(about(subtype, Template.SPIS, forgedCookie()));
    }

    static IkeMessage about(CheckSpi.Subtype subtype, IkeSpis spis, Octets cookie) {
        return informational(spis, subtype != CheckSpi.Subtype.QUERY, 0,
                List.of(new CheckSpi.AboutIkeSa(subtype, spis, cookie).notification()));
    }

    /** A first message with a made-up cookie. */
    static Template forgedCookieShown() {
        return Template.of(cookieShown(Template.SPIS.initiator(), forgedCookie()));
    }

    static IkeMessage cookieShown(long initiator, Octets cookie) {
        return new IkeMessage(new IkeHeader(new IkeSpis(initiator, 0), ExchangeTypes.IKE_SA_INIT, true, false, 0),
                List.of(notify(0, NotifyTypes.COOKIE, cookie)));
    }

    private static Octets forgedCookie() {
        int version = Population.SECRETS.newest().generation();
        return Octets.concat(new OctetWriter(Integer.BYTES).u32(version).finish(), forged(Cookie.LENGTH - Integer.BYTES));
    }

    private static Octets forged(int length) {
        return Octets.concat(Template.FRESH, Octets.of(new byte[length - Template.FRESH.length()]));
    }
}
