package sfd.baseline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import sfd.ike.Address;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeHeader;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Outline;
import sfd.ike.Payload;
import sfd.octets.OctetWriter;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Ignored;
import sfd.sa.LogReason.Judged;
import sfd.sa.Policy;
import sfd.sa.Step;

/**
 * The peer that lost its SAs, as IKEv2 alone has it (RFC 7296, 1.5 and 2.21.4): what it answers to packets whose
 * SPIs it does not know. Such an answer is unprotected, so to its receiver it is only a hint.
 *
 * <p>What a token maker adds is handed in: the tokens that may stand beside the hint. They are made only when an
 * answer may carry them, so that a flood of packets costs no digests.
 */
public final class Hints {

    private Hints() {
    }

    private static final Optional<Ignored> IS_A_RESPONSE =
            Optional.of(Ignored.of(Judged.RESPONSE_WITHOUT_IKE_SA, "BASE-1.5-4"));
    private static final Optional<Ignored> NOT_PROTECTED =
            Optional.of(Ignored.of(Judged.NOT_A_PROTECTED_REQUEST, "BASE-1.5-6"));
    private static final Optional<Ignored> LATER_FRAGMENT =
            Optional.of(Ignored.of(Judged.LATER_FRAGMENT, "BASE-7383.2.6.1-1"));
    private static final Optional<Ignored> LIMITED =
            Optional.of(Ignored.of(Judged.ANSWERS_LIMITED, "BASE-2.21.4-1"));
    private static final Optional<Ignored> TOO_LARGE = Optional.of(Answer.TOO_LARGE);
    private static final Ignored REPORTS_LIMITED = Ignored.of(Judged.ANSWERS_LIMITED, "BASE-2.21.4-11");
    private static final Optional<Ignored> LIMITED_TO_ONE =
            Optional.of(Ignored.of(Judged.ANSWERS_LIMITED, "SIR-4.1-1"));

    /**
     * Why an IKE message with unknown SPIs gets no answer, if it gets none. This is what a flood of them comes to; it
     * looks at nothing but the message's outline and a number or two.
     *
     * @param e what it came in
     */
    public static Optional<Ignored> silence(Policy policy, HintsState s, Outline.Ike m, Event.Received e) {
        // BASE-1.5-4: else two peers that both lost the SA would answer each other's answers for ever.
        if (m.header().response()) {
            return IS_A_RESPONSE;
        }
        // BASE-1.5-6: else the first message of a new IKE SA would be taken for one of a lost SA.
        if (!isProtectedRequest(policy, m)) {
            return NOT_PROTECTED;
        }
        // BASE-7383.2.6.1-1: a message in fragments is one request; else seven fragments use up seven answers.
        if (m.fragment() > 1) {
            return LATER_FRAGMENT;
        }
        Optional<Ignored> limited = limited(policy, s, e.from().address());
        return limited.isPresent() || Answer.hasRoom(policy, e, INVALID_IKE_SPI.length()) ? limited : TOO_LARGE;
    }

    private static final Ignored TOKENS_TURNED_AWAY = Ignored.of(Judged.ANSWERS_LIMITED, "QCD-8.1-3");
    private static final Set<String> HINTED = Set.of("BASE-1.5-3", "BASE-2.21.4-1");
    private static final Set<String> TOKENS_LIMITED = Set.of("BASE-1.5-3", "BASE-2.21.4-1", "QCD-8.1-3");
    private static final Set<String> PROVED =
            Set.of("BASE-1.5-3", "BASE-2.21.4-1", "QCD-3-4", "QCD-4.5-1", "QCD-4.5-5");

    /**
     * The tokens that stand beside a hint.
     *
     * @param shown the tokens, newest first
     * @param any there are tokens to give, shown or not
     */
    public record Tokens(List<Payload> shown, boolean any) {

        /** There are none: the peer is no maker, or does not know whose packet it is. */
        public static final Tokens NONE = new Tokens(List.of(), false);
        /** QCD-8.1-3: there are some, and they are not shown any more. */
        public static final Tokens WITHHELD = new Tokens(List.of(), true);

        public Tokens {
            shown = List.copyOf(shown);
        }

        /** BASE-2.21.4-10: a hint without the token that there is proves nothing; where there is a draw, it is for the token. */
        private boolean areDrawnFor(Policy policy) {
            return policy.drawn() > 0 && any && shown.isEmpty();
        }

        /** @param fitting the payloads of the answer, a hint first */
        private Set<String> because(List<Payload> fitting, Set<String> without, Set<String> limited, Set<String> with) {
            if (any && shown.isEmpty()) {
                return limited;
            }
            return !shown.isEmpty() && fitting.size() > 1 ? with : without;
        }
    }

    /**
     * An IKE message with unknown SPIs, about which there is no {@link #silence}, is answered with INVALID_IKE_SPI: to
     * where it came from, with its SPIs, exchange type and message ID (BASE-1.5-3), and tokens behind it (QCD-4.5-1).
     *
     * @param header of what {@code e} turned out to be
     * @param tokens for its SPIs and source
     * @param beside payloads behind hint and tokens
     */
    public static Step<HintsState> answerIke(Policy policy, HintsState s, Event.Received e, IkeHeader header,
            Tokens tokens, List<Payload> beside) {
        if (tokens.areDrawnFor(policy)) {
            return Step.ignore(s, TOKENS_TURNED_AWAY);
        }
        List<Payload> wanted = with(INVALID_IKE_SPI, tokens.shown(), beside);
        List<Payload> fitting = Answer.fitting(policy, e, wanted);
        return Answer.of(s, s.answeredOnce(policy, e.from().address()), e, header.reply(), wanted, fitting,
                tokens.because(fitting, HINTED, TOKENS_LIMITED, PROVED));
    }

    /** BASE-3.10-1: about the IKE SA of the header, so no SPI, and protocol ID zero. */
    private static final Payload INVALID_IKE_SPI =
            new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INVALID_IKE_SPI, Octets.EMPTY);

    private static final Set<String> REPORTED =
            Set.of("BASE-1.5-5", "BASE-2.21.4-6", "BASE-2.21.4-7", "BASE-2.21.4-1", "BASE-2.21.4-11");

    private static final Set<String> CHILD_HINTED = Set.of("BASE-1.5-1", "BASE-2.21.4-1");
    private static final Set<String> CHILD_TOKENS_LIMITED = Set.of("BASE-1.5-1", "BASE-2.21.4-1", "QCD-8.1-3");
    private static final Set<String> CHILD_PROVED =
            Set.of("BASE-1.5-1", "BASE-2.21.4-1", "QCD-4.5-2", "QCD-8.2-2", "QCD-4.5-5");

    /**
     * ESP with an unknown SPI is answered in the clear with tokens, if it is known whose child it was (QCD-4.5-2). Else it is
     * reported under an IKE SA with its source, if there is one (BASE-1.5-5), or unprotected (BASE-1.5-1).
     *
     * @param spi the child SPI, 4 octets
     * @param tokens makes those for the IKE SA that the child belonged to
     */
    public static Step<HintsState> answerEsp(Policy policy, HintsState s, Event.Received e, int spi,
            Supplier<Tokens> tokens) {
        Optional<Ignored> limited = limited(policy, s, e.from().address());
        if (limited.isPresent()) {
            return Step.ignore(s, limited.get());
        }
        Payload invalidSpi = invalidSpi(spi);
        // What gets no answer costs no digests.
        boolean room = Answer.hasRoom(policy, e, invalidSpi.length());
        Tokens made = room ? tokens.get() : Tokens.NONE;
        List<Payload> wanted = with(invalidSpi, made.shown(), List.of());
        List<Payload> fitting = Answer.fitting(policy, e, wanted);
        // BASE-1.5-5, BASE-2.21.4-6: protected, the peer knows that it is no forgery. READING-33: but it changes nothing for it
        // (BASE-2.21.4-8), and so a token that there is and room for goes before.
        Optional<IkeSpis> reporter = s.sas().establishedWith(e.from());
        if (reporter.isPresent() && fitting.size() <= 1) {
            return reported(policy, s, e, reporter.get(), invalidSpi);
        }
        if (!room) {
            return Step.ignore(s, Answer.TOO_LARGE);
        }
        if (made.areDrawnFor(policy)) {
            return Step.ignore(s, TOKENS_TURNED_AWAY);
        }
        return Answer.of(s, s.answeredOnce(policy, e.from().address()), e, UNPROTECTED_REPORT, wanted, fitting,
                made.because(fitting, CHILD_HINTED, CHILD_TOKENS_LIMITED, CHILD_PROVED));
    }

    /**
     * BASE-2.21.4-11: else whoever names a peer's address has all answers go under its IKE SA, whose window takes them one
     * by one (BASE-2.3-1).
     */
    private static Step<HintsState> reported(Policy policy, HintsState s, Event.Received e, IkeSpis reporter,
            Payload invalidSpi) {
        return s.mayReport(policy, reporter)
                ? Step.of(s.answeredOnce(policy, e.from().address()).reportedOnce(policy, reporter), REPORTED,
                        new Effect.SendProtected(reporter, ExchangeTypes.INFORMATIONAL, false, List.of(invalidSpi)))
                : Step.ignore(s, REPORTS_LIMITED);
    }

    /** BASE-1.5-1: no part of an exchange; I flag set, R flag clear, and of the SPIs it leaves open: zero. */
    private static final IkeHeader UNPROTECTED_REPORT =
            new IkeHeader(IkeSpis.NONE, ExchangeTypes.INFORMATIONAL, true, false, 0);

    /** BASE-1.5-1: the child SPI is data, for the notification itself is about no SA that its receiver has. */
    private static Payload invalidSpi(int spi) {
        return new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INVALID_SPI, new OctetWriter(Integer.BYTES).u32(spi).finish());
    }

    /**
     * All that can be said about protection without the keys (BASE-1.5-6), and READING-6: which exchanges run under an IKE
     * SA that a peer may have lost. Two create one, and the rekey of a group has no answer at all. Of those before the end
     * of authentication no token can be with the taker; READING-18: the initiator asks in them, behind its IKE_SA_INIT. An
     * exchange that is not known here is one under an IKE SA, as all others are.
     */
    private static boolean isProtectedRequest(Policy policy, Outline.Ike m) {
        IkeHeader header = m.header();
        // BASE-2.6-1: no IKE SA has a zero SPI.
        if (!m.endsEncrypted() && !policy.sir().anyRequest() || header.spis().initiator() == 0 || header.spis().responder() == 0) {
            return false;
        }
        return switch (header.exchange()) {
            case ExchangeTypes.IKE_SA_INIT, ExchangeTypes.IKE_SESSION_RESUME, ExchangeTypes.GSA_REKEY -> false;
            case ExchangeTypes.IKE_AUTH, ExchangeTypes.IKE_INTERMEDIATE, ExchangeTypes.GSA_AUTH ->
                    policy.answerIkeAuth() && header.initiator() && header.messageId() != 0;
            default -> true;
        };
    }

    /** BASE-2.21.4-1: one limit for all answers to unprotected packets, and SIR-4.1-1: one for each source; then silence. */
    private static Optional<Ignored> limited(Policy policy, HintsState s, Address source) {
        if (s.answered() >= policy.answers()) {
            return LIMITED;
        }
        return s.answeredTo().allows(policy.answersToOne(), policy.sources(), source) ? Optional.empty() : LIMITED_TO_ONE;
    }

    /** True if one more answer may go to this source. */
    public static boolean mayAnswer(Policy policy, HintsState s, Address source) {
        return limited(policy, s, source).isEmpty();
    }

    /** QCD-8.1-3: tokens stop before hints do, so a flood cannot collect a dictionary of them. */
    public static boolean mayShowTokens(Policy policy, HintsState s) {
        return s.answered() < policy.tokenAnswers();
    }

    /** QCD-4.5-1, QCD-4.5-2: the hint stays, for a peer that does not understand tokens. */
    private static List<Payload> with(Payload hint, List<Payload> tokens, List<Payload> beside) {
        // The usual answer of a maker, which after a reboot everybody asks for at once: no stream, no array.
        return tokens.size() == 1 && beside.isEmpty()
                ? List.of(hint, tokens.getFirst())
                : Stream.of(List.of(hint), tokens, beside).flatMap(List::stream).toList();
    }

}
