package sfd.kit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import sfd.ike.Reason;

/** What the flags of the vectors of answers mean: one for each reason to ignore, and one for each effect. */
final class AnswerFlags {

    private static final String OVERRUN =
            "A parser runs past the end, or acts on what nobody sent; neither may cost more than a line of log.";

    /** @param kind one of those that all vectors have */
    private record Flag(String kind, String description, String effect) {
    }

    private static final Map<String, Flag> FLAGS = Map.ofEntries(
            flag("KEEPALIVE", "ignored", "A NAT keepalive.", "It is taken for an IKE message of one octet."),
            flag("NOT_FOR_THIS_ROLE", "ignored", "A packet that says nothing to this role.",
                    "A role acts on what another has to judge."),
            flag("IKE_SA_EXISTS", "ignored", "The SPIs are those of an IKE SA that this peer has, half open or not.",
                    "A valid token, or a hint, is shown in the clear for a living SA: who sees it can end that SA."),
            flag("IKE_SA_ACTIVE_ELSEWHERE", "ignored", "Another member of the cluster has the IKE SA.",
                    "A member gives the token of an SA away that its partner serves."),
            flag("CHILD_SA_EXISTS", "ignored", "ESP or AH for a child SA that this peer has.",
                    "A living child SA is reported as unknown."),
            flag("RESPONSE_WITHOUT_IKE_SA", "ignored", "A response for no IKE SA of this peer.",
                    "Two peers that both lost the SA answer each other's answers for ever."),
            flag("NOT_A_PROTECTED_REQUEST", "ignored", "A request that does not look like one under an IKE SA.",
                    "The first message of a new IKE SA is answered as if an SA was lost."),
            flag("LATER_FRAGMENT", "ignored", "A fragment other than the first of a message.",
                    "One request draws as many answers as it has fragments."),
            flag("ANSWERS_LIMITED", "boundary", "No more answers in this tick.",
                    "The peer can be made to send as much as others like."),
            flag("ANSWER_TOO_LARGE", "boundary", "An answer would be too large a multiple of the packet.",
                    "Under a forged source the peer floods a third."),
            flag("PAYLOADS_LEFT_OUT", "boundary", "Not all payloads of the answer have room; the last ones are left out.",
                    "The answer is too large a multiple, or there is none."),
            flag("NO_HINT", "ignored", "An unprotected message that speaks of no lost SA.", "Anything unprotected makes work."),
            flag("NO_SUCH_IKE_SA", "ignored", "It speaks of no IKE SA of this peer.",
                    "Work, or state, for SAs that do not exist."),
            flag("IKE_SA_HALF_OPEN", "ignored", "It speaks of an IKE SA that is not established.",
                    "An SA is suspected, or ended, before it stands."),
            flag("CHECK_UNDER_WAY", "ignored", "A liveness check of this IKE SA is under way already.",
                    "Each forged hint starts another one."),
            flag("HEARD_RECENTLY", "ignored", "The peer was just heard under protection.",
                    "Hints about a living peer make work for both."),
            flag("CHECKS_LIMITED", "boundary", "No more checks may be started by hints in this tick.",
                    "Who forges hints makes two peers work as hard as he likes."),
            flag("NO_REQUEST_OUTSTANDING", "ignored", "A token, while nothing was asked that could be unanswered.",
                    "Under a policy that wants a check first, a token counts too early."),
            flag("VERIFICATIONS_LIMITED", "boundary", "No more tokens or cookies of this source are compared in this tick.",
                    "A flood of them costs nothing but digests."),
            flag("TOKEN_MISMATCH", "forged", "None of the tokens is one that is kept for this IKE SA.", "Anybody ends an SA."),
            flag("TOKEN_MALFORMED", "ignored", "No token among those looked at has a form that can be compared.",
                    "What is no token ends an SA, or a parser fails."),
            flag("CHECK_SPI_MALFORMED", "ignored", "A CHECK_SPI of no form that there is.", OVERRUN),
            flag("NOT_IN_THIS_EXCHANGE", "ignored", "A CHECK_SPI in an exchange, or with a flag, where it says nothing.",
                    "A question is answered as an answer, or the other way round."),
            flag("QUERY_NOT_PROTECTED", "ignored", "A CHECK_SPI about a child SA in the clear.",
                    "Anybody lists the child SPIs in use."),
            flag("COOKIE_INVALID", "forged", "The cookie is not one of ours for this SA, these ends and a secret in use.",
                    "Who knows two SPIs has an SA replaced."),
            flag("NOT_A_QUERY", "ignored", "A CHECK_SPI that asks nothing.", "X answers answers."),
            flag("DELETE_UNDER_WAY", "ignored", "ESP or AH for a child SA whose Delete may still be on its way.",
                    "The peer rebuilds what is to end."),
            flag("PEER_DAMPENED", "ignored", "Unprotected messages of this peer are ignored for a while.",
                    "Races after a rekey or a recovery start another one."),
            flag("PEER_HAS_THE_SA", "normal", "X has the SA, and says so with our cookie: the hint was forged, or a race.",
                    "A recovery that waits goes on all the same."),
            flag("RECOVERY_UNDER_WAY", "ignored", "The IKE SA is being replaced already.", "Two new IKE SAs are made for one."),
            flag("QUERIES_LIMITED", "boundary", "This peer was asked often enough in this tick.",
                    "Forged hints make us send as much as their sender likes."),
            flag("NO_COOKIE_SECRET", "ignored", "There is no secret yet to make a cookie with.",
                    "A question goes out whose answer nobody can verify."),
            flag("OFFER_DECLINED", "ignored", "A mandatory initiator's offer, by the policy not wanted.",
                    "The policy does not decide."),
            flag("Send", "normal", "It is answered in the clear.",
                    "A peer that lost its SAs stays silent, and the other waits for minutes."),
            flag("SendProtected", "normal", "Something is sent under an IKE SA: a liveness check, a report, a question.",
                    "What could be said or asked under protection is said in the clear, or not at all."),
            flag("Retransmit", "normal", "A request that is out goes once more, the same octets.",
                    "A second request is sent where one may be outstanding."),
            flag("IkeSaDeleted", "normal", "It is proof that the SA is lost: the IKE SA and its children are gone at once.",
                    "The dead SA stays until a liveness check gives up."),
            flag("Initiate", "normal", "A new IKE SA is started in place of the lost one.",
                    "There is a gap without any SA, or none is made."),
            flag("Silent", "normal", "Nothing is said or logged, but something is remembered.", "What was verified is lost."),
            flag("Accept", "normal", "Who asks has shown where he is; the exchange goes on.",
                    "State is made for who may be anywhere, or nobody gets on."));

    private AnswerFlags() {
    }

    private static Map.Entry<String, Flag> flag(String of, String kind, String description, String effect) {
        return Map.entry(camel(of), new Flag(kind, description, effect));
    }

    /** A flag for each effect, of what is logged for its reason. */
    static List<String> of(StepKind kind) {
        return kind.effects().isEmpty() ? List.of("Silent") : kind.effects().stream().map(AnswerFlags::camel).distinct().toList();
    }

    /** TOO_SHORT as TooShort; what is no constant stays. */
    private static String camel(String name) {
        return !name.equals(name.toUpperCase(Locale.ROOT)) ? name : Arrays.stream(name.split("_"))
                .map(it -> it.charAt(0) + it.substring(1).toLowerCase(Locale.ROOT)).collect(Collectors.joining());
    }

    /** @param because the clauses that decided where the flag stands */
    static ObjectNode json(String name, SortedSet<String> because) {
        Flag flag = FLAGS.containsKey(name) ? FLAGS.get(name) : malformed(name);
        ObjectNode out = JsonNodeFactory.instance.objectNode().put("kind", flag.kind()).put("description", flag.description());
        because.forEach(out.putArray("clauses")::add);
        return out.put("effect", flag.effect());
    }

    private static Flag malformed(String name) {
        return Arrays.stream(Reason.values()).filter(it -> camel(it.name()).equals(name)).findFirst()
                .map(it -> new Flag("malformed", "Octets that are no message: " + it.explanation() + ".", OVERRUN))
                .orElseThrow(() -> new IllegalStateException("nobody has said what " + name + " means"));
    }
}
