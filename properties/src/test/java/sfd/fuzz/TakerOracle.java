package sfd.fuzz;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.octets.Octets;
import sfd.qcd.TakerState;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.IkeSa;
import sfd.sa.Policy;
import sfd.sa.SaTable;
import sfd.token.TokenDigest;

/**
 * The taker ends an SA only if the digest of a token that was shown, made here, is one that it keeps for it (QCD-3-5); no
 * stranger changes any other SA; and an answer, where the older text wants one, is empty.
 */
record TakerOracle(Policy policy) implements Oracle<TakerState> {

    private static final int SHORTEST = 16;
    private static final int LONGEST = 128;

    @Override
    public void judge(Happened<TakerState> h) {
        TakerState next = h.step().next();
        Claim.that(next.verified().sources().size() <= policy.sources(), "more sources told apart");
        if (!(h.event() instanceof Event.Received)) {
            return;
        }
        SaTable expected = h.before().sas();
        Set<IkeSpis> ended = new HashSet<>();
        for (Effect.IkeSaDeleted deleted : h.effects(Effect.IkeSaDeleted.class).toList()) {
            Claim.that(policy.taker(), "believes a token, and takes none");
            IkeSa sa = h.before().sas().get(deleted.spis()).orElseThrow();
            Claim.that(shown(h).stream().anyMatch(it -> keeps(sa, it)), () -> "ended without its token: " + sa);
            expected = expected.remove(deleted.spis());
            ended.add(deleted.spis());
        }
        Claim.that(next.sas().equals(expected), "a stranger changes another SA");
        h.sent().forEach(it -> Claim.that(!ended.isEmpty() && it.pieces().isEmpty() && it.isResponse()
                && policy.text() == Policy.Text.QCD_06, () -> "an answer: " + h.effects()));
    }

    /** The tokens that the datagram shows, as far as they are well-formed and looked at. */
    private List<Octets> shown(Happened<TakerState> h) {
        return h.message().filter(it -> !it.endsEncrypted()).map(it -> it.notifies(NotifyTypes.QUICK_CRASH_DETECTION)).orElse(List.of())
                .stream().limit(policy.tokensHandled())
                .filter(it -> it.spi().length == 0 && it.data().length >= SHORTEST && it.data().length <= LONGEST)
                .map(it -> Terms.digest(it.data())).collect(Collectors.toList());
    }

    private static boolean keeps(IkeSa sa, Octets digest) {
        return sa.tokens().contains(new TokenDigest(digest.u64(0), digest.u64(8), digest.u64(16), digest.u64(24)));
    }
}
