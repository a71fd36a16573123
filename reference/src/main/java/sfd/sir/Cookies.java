package sfd.sir;

import java.util.Set;
import java.util.function.Function;
import sfd.baseline.Hints;
import sfd.ike.Endpoint;
import sfd.octets.Octets;
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

    private Cookies() {
    }

    /** SIR-3.2.4-2: the secret changes, and its version with it; the one before is still good for answers under way. */
    static <S> Step<S> rolled(Policy policy, S s, Secrets secrets, Secret fresh, Function<Secrets, S> with) {
        return secrets.admits(fresh)
                ? Step.of(with.apply(secrets.roll(fresh, policy.generations())), ROLLED)
                : Step.ignore(s, Judged.SECRET_NOT_NEWER, ROLLED);
    }

    /** X's own cookie for who is there; there must be a secret. */
    static Octets own(Digest digest, Secrets secrets, Endpoint to) {
        return Cookie.own(digest, secrets.newest(), Hints.overUdp(to));
    }
}
