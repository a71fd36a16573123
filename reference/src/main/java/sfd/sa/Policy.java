package sfd.sa;

import sfd.octets.Ranges;
import sfd.token.Secrets;
import sfd.token.TokenMethod;

/**
 * What the texts leave to an implementation or its administrator: every MAY, every limit, every reading. With the
 * state and the event it determines the step. Limits are counts for one tick where nothing else is said.
 *
 * @param text the text followed where the two differ (QCD-4.5-7)
 * @param maker hands out and presents tokens (QCD-8.1-1, QCD-8.1-5)
 * @param method how tokens are made
 * @param generations of the secret, 1 to 4, the newest included (QCD-5.1-2)
 * @param childMap keeps a persistent map from child SPI to IKE SPIs (QCD-8.2-1)
 * @param childMapLost lost IKE SAs that this map still remembers at most
 * @param answerIkeAuth a request before the end of authentication may be a protected request (READING-6)
 * @param halfOpenExists a half-open IKE SA is an existing one (READING-1)
 * @param tokenAnswers answers with tokens (QCD-8.1-3)
 * @param answers answers at all (BASE-2.21.4-1)
 * @param answersToOne of these to one source, 0 for no limit of its own (SIR-4.1-1)
 * @param amplification octets of an answer for each one received at most, 0 for no limit (BASE-2.21.4-9)
 * @param reports messages that such packets draw under one IKE SA, 0 for no limit of its own (BASE-2.21.4-11)
 * @param drawn messages that a limit turned away and that wait for the next tick, by lot (BASE-2.21.4-10), 0 for none, as
 *     the texts have it
 * @param taker keeps and compares tokens (QCD-8.1-1)
 * @param tokensHandled tokens looked at in one message, at least 4 (QCD-4.5-3)
 * @param tokensKept for one IKE SA, at least 1; more than 1 for the multihomed (QCD-5-6)
 * @param strictProtocolId a token with a protocol ID other than 1 is malformed (READING-2)
 * @param tokenNeedsCheck a token counts only while a liveness check is unanswered (READING-5)
 * @param verifications messages for one source whose tokens or cookies are compared, 0 for no limit (QCD-8.1-2, SIR-4-1)
 * @param sources sources told apart
 * @param checks liveness checks that hints may start (BASE-2.21.4-5)
 * @param tries transmissions of a liveness check before giving up, at least 1 (BASE-2.4-2)
 * @param interval ticks after the first transmission, at least 1
 * @param growth each interval in percent of the one before, at least 100 (BASE-2.4-6)
 * @param longest ticks that no interval exceeds, at least {@code interval}
 * @param givesUp ends the IKE SA when the tries are used up; false only where detection must not lean on it;
 *     then the interval behind the last try is that of all that follow (READING-25)
 * @param ignoreHintsWhenFresh hints about a peer heard since the last tick are ignored (BASE-2.4-5)
 * @param initialContact believes a protected INITIAL_CONTACT (BASE-2.4-8)
 * @param sir what only stateless recovery has a use for
 */
public record Policy(Text text, boolean maker, TokenMethod method, int generations, boolean childMap,
        int childMapLost, boolean answerIkeAuth, boolean halfOpenExists, int tokenAnswers, int answers, int answersToOne,
        int amplification, int reports, int drawn, boolean taker, int tokensHandled, int tokensKept, boolean strictProtocolId,
        boolean tokenNeedsCheck, int verifications, int sources, int checks, int tries, int interval, int growth,
        int longest, boolean givesUp, boolean ignoreHintsWhenFresh,
        boolean initialContact, SirPolicy sir) {

    /** The two texts of QCD. */
    public enum Text {
        RFC6290("rfc6290"),
        QCD_06("qcd-06");

        private final String label;

        Text(String label) {
            this.label = label;
        }

        /** The name in the spec and in traces. */
        public String label() {
            return label;
        }
    }

    /** The length of a tick, in milliseconds, for which the numbers of the following ones are meant. */
    public static final int TICK_MILLIS = 100;

    /**
     * Both roles of RFC 6290, with numbers for a gateway of some 10^5 IKE SAs: a table in the README of this module says
     * why these. What a text leaves open is switched as its readings have it.
     */
    public static final Policy RFC6290 = gateway(true, 0, SirPolicy.DEFAULT);

    /** IKEv2 alone. */
    public static final Policy BASELINE = gateway(false, 0, SirPolicy.DEFAULT);

    /** Stateless recovery: IKEv2 alone, and what {@code sir} says. */
    public static final Policy SIR = BASELINE;

    /** Tokens, with what mends RFC 6290 as far as it is a role's: {@code spec/MENDED.md}, M7. */
    public static final Policy QCD_MENDED = gateway(true, 4_000, SirPolicy.DEFAULT);

    /** Stateless recovery, with what mends the draft as far as it is a role's: {@code spec/MENDED.md}, M7 to M10. */
    public static final Policy SIR_MENDED = gateway(false, 4_000, SirPolicy.MENDED);

    private static Policy gateway(boolean tokens, int drawn, SirPolicy sir) {
        return new Policy(Text.RFC6290,
                // The peer that lost its SAs: maker, method, generations; child map and the lost ones in it; two readings.
                tokens, TokenMethod.SPIS, 3, false, 200_000, true, true,
                // Answers with tokens, answers at all, to one source; octets out for one in; under one IKE SA; drawn.
                4_500, 5_000, 0, 3, 1, drawn,
                // The peer that kept them: taker, tokens handled and kept; two readings; comparisons, sources, checks.
                tokens, 4, 1, false, false, 4, 1_024, 50,
                // A liveness check: tries, interval, growth, longest, and that it gives up.
                13, 20, 180, 320, true,
                // Hints when fresh, INITIAL_CONTACT.
                false, false, sir);
    }

    /** @throws IllegalArgumentException for a limit outside its range */
    public Policy {
        Ranges.check("generations", generations, 1, Secrets.MOST);
        Ranges.check("tokenAnswers", tokenAnswers, 0, Integer.MAX_VALUE);
        Ranges.check("answers", answers, 0, Integer.MAX_VALUE);
        Ranges.check("answersToOne", answersToOne, 0, Integer.MAX_VALUE);
        Ranges.check("amplification", amplification, 0, Integer.MAX_VALUE);
        Ranges.check("reports", reports, 0, Integer.MAX_VALUE);
        Ranges.check("drawn", drawn, 0, Integer.MAX_VALUE);
        Ranges.check("childMapLost", childMapLost, 0, Integer.MAX_VALUE);
        Ranges.check("tokensHandled", tokensHandled, 4, Integer.MAX_VALUE);
        Ranges.check("tokensKept", tokensKept, 1, Integer.MAX_VALUE);
        Ranges.check("verifications", verifications, 0, Integer.MAX_VALUE);
        Ranges.check("sources", sources, 0, Integer.MAX_VALUE);
        Ranges.check("checks", checks, 0, Integer.MAX_VALUE);
        Ranges.check("tries", tries, 1, Integer.MAX_VALUE);
        Ranges.check("interval", interval, 1, Integer.MAX_VALUE);
        Ranges.check("growth", growth, 100, Integer.MAX_VALUE);
        Ranges.check("longest", longest, interval, Integer.MAX_VALUE);
    }
}
