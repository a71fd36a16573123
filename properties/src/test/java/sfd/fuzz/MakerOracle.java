package sfd.fuzz;

import java.util.Map;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.qcd.MakerState;
import sfd.sa.Effect;
import sfd.sa.Policy;

/**
 * The maker never shows a token of an SA that lives, here or elsewhere (QCD-9.2-1, QCD-9.2-2); what it shows is the token that
 * the formula gives for the SPIs of its own header; under protection it hands out tokens of that SA or its successor only.
 */
record MakerOracle(Policy policy, Lives lives) implements Oracle<MakerState> {

    @Override
    public void judge(Happened<MakerState> h) {
        if (h.isReceived()) {
            int generations = h.before().secrets().generations().size();
            h.effects(Effect.Send.class).forEach(it -> inClear(it, generations));
            Claim.that(h.step().next().sas().equals(h.before().sas()), "a stranger changes the table of SAs");
            Claim.that(h.step().next().withSas(h.before().sas()).childMap().equals(h.before().childMap()),
                    "a stranger changes the child map");
        }
        Claim.that(h.step().next().hints().answeredTo().sources().size() <= policy.sources(), "more sources told apart");
        Claim.that(lost(h.step().next()) <= policy.childMapLost(), "the child map remembers more lost SAs");
    }

    private void inClear(Effect.Send send, int generations) {
        Plain sent = Happened.plain(send);
        Terms.tokens(sent.octets(), (owner, at) -> {
            boolean exists = policy.halfOpenExists() ? lives.isKnown(owner.spis()) : lives.isEstablished(owner.spis());
            Claim.that(!exists && !lives.isElsewhere(owner.spis()), () -> "a token of a live SA in the clear: " + owner.spis());
            Claim.that(policy.maker(), "a token, and no maker");
        });
        int shown = sent.notifies(NotifyTypes.QUICK_CRASH_DETECTION).size();
        Claim.that(shown <= generations, () -> shown + " tokens");
        if (shown > 0) {
            var known = new int[1];
            Terms.tokens(sent.octets(), (owner, at) -> known[0]++);
            boolean ofAlphabet = Alphabet.SPIS.contains(new IkeSpis(Plain.eight(sent.octets(), sent.start()),
                    Plain.eight(sent.octets(), sent.start() + 8)));
            Claim.that(known[0] == shown || !ofAlphabet || sent.notifies(NotifyTypes.INVALID_IKE_SPI).isEmpty(),
                    "a token that the formula does not give");
        }
    }

    private long lost(MakerState state) {
        return state.childMap().entries().stream().map(Map.Entry::getValue).distinct()
                .filter(it -> !state.sas().isKnown(it)).count();
    }
}
