package sfd.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sfd.octets.Octets;

/** Offers, choices from an offer, and answers that fit an offer (RFC 7296, 2.7). */
final class Offer {

    private static final List<Transform> ESP = List.of(new Transform(Transform.ENCRYPTION, 20, 256),
            new Transform(Transform.SEQUENCE_NUMBERS, 0));

    /** What was chosen for an IKE SA: of which proposal, the one to answer with, and what it means. */
    record Chosen(Proposal offered, Proposal answer, Suite suite, KeyExchange method) {
    }

    private Offer() {
    }

    /** One proposal for each suite, all methods in each. */
    static List<Proposal> ike(List<Suite> suites, List<KeyExchange> methods, Octets spi) {
        var proposals = new ArrayList<Proposal>();
        for (Suite suite : suites) {
            var transforms = new ArrayList<>(suite.transforms());
            methods.forEach(method -> transforms.add(transform(method)));
            proposals.add(new Proposal(proposals.size() + 1, Proposal.IKE, spi, transforms));
        }
        return List.copyOf(proposals);
    }

    private static Transform transform(KeyExchange method) {
        return new Transform(Transform.KEY_EXCHANGE, method.number());
    }

    /** ESP with AES-GCM, an integrity check of 16 octets, sequence numbers of 32 bits. */
    static Proposal esp(int number, int spi) {
        return new Proposal(number, Proposal.ESP, spi(spi), ESP);
    }

    static Octets spi(int spi) {
        return Octets.of((byte) (spi >>> 24), (byte) (spi >>> 16), (byte) (spi >>> 8), (byte) spi);
    }

    /**
     * The first proposal from which a suite of ours can be chosen with one of our methods.
     *
     * @param sent method of the peer's KE payload: taken if the proposal has it, for another one costs a round trip
     * @param spi to answer with
     * @param spiSize octets that the peer's SPI must have
     */
    static Optional<Chosen> choose(List<Proposal> offer, List<Suite> suites, List<KeyExchange> methods, int sent, Octets spi,
            int spiSize) {
        for (Proposal proposal : offer) {
            if (proposal.protocol() != Proposal.IKE || proposal.spi().length() != spiSize) {
                continue;
            }
            List<KeyExchange> common = methods.stream().filter(it -> proposal.transforms().contains(transform(it))).toList();
            if (common.isEmpty()) {
                continue;
            }
            KeyExchange method = common.stream().filter(it -> it.number() == sent).findFirst().orElse(common.getFirst());
            for (Suite suite : suites) {
                List<Transform> wanted = Stream.concat(suite.transforms().stream(), Stream.of(transform(method))).toList();
                if (satisfies(proposal, wanted)) {
                    var answer = new Proposal(proposal.number(), Proposal.IKE, spi, wanted);
                    return Optional.of(new Chosen(proposal, answer, suite, method));
                }
            }
        }
        return Optional.empty();
    }

    /** RFC 7296, 3.3: one transform of each type that is offered, unless "none" of that type is offered too. */
    private static boolean satisfies(Proposal offered, List<Transform> wanted) {
        return offered.transforms().containsAll(wanted) && types(wanted).containsAll(offered.demandedTypes());
    }

    private static Set<Integer> types(List<Transform> transforms) {
        return transforms.stream().map(Transform::type).collect(Collectors.toSet());
    }

    /** The suite that an answer chose, if it is one proposal of ours with nothing added and nothing left open. */
    static Optional<Suite> answered(List<Proposal> answer, List<Suite> suites, KeyExchange method, int spiSize) {
        if (answer.size() != 1 || answer.getFirst().protocol() != Proposal.IKE || answer.getFirst().spi().length() != spiSize) {
            return Optional.empty();
        }
        Proposal proposal = answer.getFirst();
        int index = proposal.number() - 1;
        if (index < 0 || index >= suites.size()) {
            return Optional.empty();
        }
        Suite suite = suites.get(index);
        List<Transform> wanted = Stream.concat(suite.transforms().stream(), Stream.of(transform(method))).toList();
        return isExactly(proposal, wanted) ? Optional.of(suite) : Optional.empty();
    }

    private static boolean isExactly(Proposal proposal, List<Transform> wanted) {
        List<Transform> real = proposal.transforms().stream().filter(it -> !it.isNone()).toList();
        return real.size() == wanted.size() && new HashSet<>(real).equals(new HashSet<>(wanted));
    }

    /** The first proposal that will do for a child SA of IKE_AUTH, where there is no key exchange (RFC 7296, 1.2). */
    static Optional<Proposal> chooseEsp(List<Proposal> offer) {
        for (Proposal proposal : offer) {
            Set<Integer> demanded = new HashSet<>(proposal.demandedTypes());
            demanded.remove(Transform.KEY_EXCHANGE);
            if (hasEspSpi(proposal) && proposal.transforms().containsAll(ESP) && types(ESP).containsAll(demanded)) {
                return Optional.of(proposal);
            }
        }
        return Optional.empty();
    }

    /** The peer's SPI in an answer to {@link #esp}. */
    static Optional<Integer> answeredEsp(List<Proposal> answer) {
        return answer.size() == 1 && answer.getFirst().number() == 1 && hasEspSpi(answer.getFirst())
                && isExactly(answer.getFirst(), ESP) ? Optional.of(answer.getFirst().spi().u32(0)) : Optional.empty();
    }

    private static boolean hasEspSpi(Proposal proposal) {
        return proposal.protocol() == Proposal.ESP && proposal.spi().length() == Integer.BYTES
                && Integer.compareUnsigned(proposal.spi().u32(0), 255) > 0;
    }
}
