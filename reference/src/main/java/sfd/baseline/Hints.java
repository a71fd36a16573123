package sfd.baseline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import sfd.ike.Endpoint;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeHeader;
import sfd.ike.IkeMessage;
import sfd.ike.IkeSpis;
import sfd.ike.NotifyTypes;
import sfd.ike.Outline;
import sfd.ike.Payload;
import sfd.ike.Wire;
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
    private static final Optional<Ignored> LIMITED =
            Optional.of(Ignored.of(Judged.ANSWERS_LIMITED, "BASE-2.21.4-1"));

    /**
     * Why an IKE message with unknown SPIs gets no answer, if it gets none. This is what a flood of them comes to; it
     * looks at nothing but the message's outline and a number.
     */
    public static Optional<Ignored> silence(Policy policy, HintsState s, Outline.Ike m) {
        // BASE-1.5-4: else two peers that both lost the SA would answer each other's answers for ever.
        if (m.header().response()) {
            return IS_A_RESPONSE;
        }
        // BASE-1.5-6: else the first message of a new IKE SA would be taken for one of a lost SA.
        if (!isProtectedRequest(policy, m)) {
            return NOT_PROTECTED;
        }
        return mayAnswer(policy, s) ? Optional.empty() : LIMITED;
    }

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

        private Set<String> because(Set<String> without, Set<String> limited, Set<String> with) {
            if (!any) {
                return without;
            }
            return shown.isEmpty() ? limited : with;
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
    public static Step<HintsState> answerIke(HintsState s, Event.Received e, IkeHeader header, Tokens tokens,
            List<Payload> beside) {
        return answer(s, e, new IkeMessage(header.reply(), with(INVALID_IKE_SPI, tokens.shown(), beside)),
                tokens.because(HINTED, TOKENS_LIMITED, PROVED));
    }

    /** BASE-3.10-1: about the IKE SA of the header, so no SPI, and protocol ID zero. */
    private static final Payload INVALID_IKE_SPI =
            new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INVALID_IKE_SPI, Octets.EMPTY);

    private static final Set<String> REPORTED =
            Set.of("BASE-1.5-5", "BASE-2.21.4-6", "BASE-2.21.4-7", "BASE-2.21.4-1");

    private static final Set<String> CHILD_HINTED = Set.of("BASE-1.5-1", "BASE-2.21.4-1");
    private static final Set<String> CHILD_TOKENS_LIMITED = Set.of("BASE-1.5-1", "BASE-2.21.4-1", "QCD-8.1-3");
    private static final Set<String> CHILD_PROVED =
            Set.of("BASE-1.5-1", "BASE-2.21.4-1", "QCD-4.5-2", "QCD-8.2-2", "QCD-4.5-5");

    /**
     * ESP with an unknown SPI is reported under an IKE SA with its source if there is one (BASE-1.5-5), otherwise
     * unprotected (BASE-1.5-1), and then with tokens if it is known whose child it was (QCD-4.5-2).
     *
     * @param spi the child SPI, 4 octets
     * @param tokens makes those for the IKE SA that the child belonged to
     */
    public static Step<HintsState> answerEsp(Policy policy, HintsState s, Event.Received e, int spi,
            Supplier<Tokens> tokens) {
        if (!mayAnswer(policy, s)) {
            return Step.ignore(s, LIMITED.get());
        }
        Payload invalidSpi = invalidSpi(spi);
        // BASE-1.5-5, BASE-2.21.4-6: protected, the peer knows that it is no forgery.
        Optional<IkeSpis> reporter = s.sas().establishedWith(e.from());
        if (reporter.isPresent()) {
            return Step.of(s.answeredOnce(), REPORTED, new Effect.SendProtected(
                    reporter.get(), ExchangeTypes.INFORMATIONAL, false, List.of(invalidSpi)));
        }
        Tokens made = tokens.get();
        return answer(s, e, new IkeMessage(UNPROTECTED_REPORT, with(invalidSpi, made.shown(), List.of())),
                made.because(CHILD_HINTED, CHILD_TOKENS_LIMITED, CHILD_PROVED));
    }

    /** BASE-1.5-1: no part of an exchange; I flag set, R flag clear, and of the SPIs it leaves open: zero. */
    private static final IkeHeader UNPROTECTED_REPORT =
            new IkeHeader(IkeSpis.NONE, ExchangeTypes.INFORMATIONAL, true, false, 0);

    /** BASE-1.5-1: the child SPI is data, for the notification itself is about no SA that its receiver has. */
    private static Payload invalidSpi(int spi) {
        return new Payload.Notify(0, Octets.EMPTY, NotifyTypes.INVALID_SPI, new OctetWriter(Integer.BYTES).u32(spi).finish());
    }

    /** All that can be said about protection without the keys (BASE-1.5-6), and READING-6. */
    private static boolean isProtectedRequest(Policy policy, Outline.Ike m) {
        return (m.endsEncrypted() || policy.sir().anyRequest()) && switch (m.header().exchange()) {
            case ExchangeTypes.IKE_SA_INIT -> false;
            case ExchangeTypes.IKE_AUTH -> policy.answerIkeAuth();
            default -> true;
        };
    }

    /** BASE-2.21.4-1: one limit for all answers to unprotected packets; over it there is silence. */
    public static boolean mayAnswer(Policy policy, HintsState s) {
        return s.answered() < policy.answers();
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

    private static Step<HintsState> answer(HintsState s, Event.Received e, IkeMessage message, Set<String> because) {
        return Step.of(s.answeredOnce(), because, reply(e, message));
    }

    /** A message back to where {@code e} came from. */
    public static Effect reply(Event.Received e, IkeMessage message) {
        Endpoint from = overUdp(e.to());
        return new Effect.Send(from, overUdp(e.from()), Wire.encode(from.port(), message));
    }

    /** ESP that was not in UDP is answered over UDP all the same: on the port of IKE (BASE-1.5-1). */
    public static Endpoint overUdp(Endpoint end) {
        return end.port() == Endpoint.NO_UDP ? new Endpoint(end.address(), Wire.IKE_PORT) : end;
    }
}
