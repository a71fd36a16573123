package sfd.sir;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import sfd.baseline.Answer;
import sfd.ike.CheckSpi;
import sfd.ike.Endpoint;
import sfd.ike.IkeMessage;
import sfd.ike.NotifyTypes;
import sfd.ike.Payload;
import sfd.octets.Octets;
import sfd.sa.Limiter;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.token.Cookie;
import sfd.token.Digest;
import sfd.token.Secret;
import sfd.token.Secrets;

/** The secrets that cookies are made with, alike for X and Y. */
final class Cookies {

    private static final Set<String> ROLLED = Set.of("SIR-3.2.4-2");

    /** Octets of an N(COOKIE) at most (BASE-2.6-4). */
    private static final int LONGEST = 64;

    private Cookies() {
    }

    /** SIR-3.2.4-2: the secret changes, and its version with it; the one before is still good for answers under way. */
    static <S> Step<S> rolled(Policy policy, S s, Secrets secrets, Secret fresh, Function<Secrets, S> with) {
        return secrets.admits(fresh)
                ? Step.of(with.apply(secrets.roll(fresh, policy.generations())), ROLLED)
                : Step.ignore(s, Judged.SECRET_NOT_NEWER, ROLLED);
    }

    /** SIR-4-1: true if one more message of this source may have its cookie compared; a digest for each would be work. */
    static boolean mayVerify(Policy policy, Limiter verified, Endpoint source) {
        return verified.allows(policy.verifications(), policy.sources(), source.address());
    }

    /** With one more. */
    static Limiter verified(Policy policy, Limiter verified, Endpoint source) {
        return verified.plus(policy.verifications(), policy.sources(), source.address());
    }

    /**
     * The first N(COOKIE) that can be reflected: BASE-2.6-4, 1 to 64 octets. Wherever it stands (BASE-2.5-1); empty if there
     * is none.
     */
    static Octets reflectable(IkeMessage m) {
        return m.notifies(NotifyTypes.COOKIE).stream().map(Payload.Notify::data).filter(Cookies::isReflectable).findFirst()
                .orElse(Octets.EMPTY);
    }

    private static final Set<String> REFUSED = Set.of("BASE-2.6-4");
    private static final Set<String> NO_CLAUSE = Set.of();

    /** The clause by which a cookie of this message is refused, if one is. */
    static Set<String> refusing(IkeMessage m) {
        Stream<Octets> cookies = m.notifies(NotifyTypes.COOKIE).stream().map(Payload.Notify::data);
        Stream<Octets> lone = CheckSpi.in(m.payloads()).stream().filter(CheckSpi.LoneCookie.class::isInstance)
                .map(CheckSpi.LoneCookie.class::cast).map(CheckSpi.LoneCookie::cookie);
        return Stream.concat(cookies, lone).allMatch(Cookies::isReflectable) ? NO_CLAUSE : REFUSED;
    }

    static boolean isReflectable(Octets cookie) {
        return !cookie.isEmpty() && cookie.length() <= LONGEST;
    }

    /** X's own cookie for who is there; there must be a secret. */
    static Octets own(Digest digest, Secrets secrets, Endpoint to) {
        return Cookie.own(digest, secrets.newest(), Answer.overUdp(to));
    }
}
