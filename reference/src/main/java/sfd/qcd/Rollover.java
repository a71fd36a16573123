package sfd.qcd;

import java.util.ArrayList;
import java.util.Set;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.IkeSa;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policy;
import sfd.sa.SaTable;
import sfd.sa.Step;
import sfd.token.Digest;
import sfd.token.Secrets;

/** A new generation of the secret: up to three earlier ones are kept, and who holds a token of none is sent one. */
final class Rollover {

    private static final Set<String> NOT_NEWER = Set.of("QCD-5.1-2");
    private static final Set<String> ALL_VALID = Set.of("QCD-5.1-2", "QCD-4.4-3");
    private static final Set<String> REPLACED = Set.of("QCD-5.1-2", "QCD-4.4-1", "QCD-4.3-4", "QCD-4.1-1");

    private Rollover() {
    }

    static Step<MakerState> secretRolled(Policy policy, Digest digest, MakerState s, Event.SecretRolled e) {
        // QCD-5.1-2: an old generation in front would hand out tokens that soon cannot be made again.
        if (!s.secrets().admits(e.secret())) {
            return Step.ignore(s, Judged.SECRET_NOT_NEWER, NOT_NEWER);
        }
        Secrets rolled = s.secrets().roll(e.secret(), policy.generations());
        SaTable sas = s.sas();
        var effects = new ArrayList<Effect>();
        // In the order of the SPIs, so that the effects have an order too.
        for (IkeSa sa : s.sas().all()) {
            // QCD-4.4-3: a token that can still be made is not replaced. Nothing is sent under a half-open SA.
            if (policy.maker() && sa.isEstablished() && sa.secret() != 0 && rolled.get(sa.secret()).isEmpty()) {
                // QCD-4.4-1: else after a crash the taker would get only tokens that it does not know.
                effects.add(Issue.replacement(policy, digest, e.secret(), sa));
                sas = sas.put(sa.withSecret(e.secret().generation()));
            }
        }
        return new Step<>(s.withSecrets(rolled).withSas(sas), effects, effects.isEmpty() ? ALL_VALID : REPLACED);
    }
}
