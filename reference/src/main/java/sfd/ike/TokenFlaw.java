package sfd.ike;

import java.util.Optional;
import java.util.Set;

/** Why a token notification is malformed: it never matches and deletes nothing (QCD-4.1-2). The first that applies. */
public enum TokenFlaw {
    /** It has an SPI. */
    SPI_SIZE("QCD-4.1-2"),
    /** The token has another length than 16 to 128 octets (QCD-5-1). */
    LENGTH("QCD-4.1-2", "QCD-5-1");

    /** Octets of the shortest token. */
    public static final int SHORTEST = 16;

    /** Octets of the longest token. */
    public static final int LONGEST = 128;

    private final Set<String> clauses;

    TokenFlaw(String... clauses) {
        this.clauses = Set.of(clauses);
    }

    /** What is wrong with a notification of type {@link NotifyTypes#QUICK_CRASH_DETECTION}, if anything is. */
    public static Optional<TokenFlaw> of(Payload.Notify token) {
        if (!token.spi().isEmpty()) {
            return Optional.of(SPI_SIZE);
        }
        int length = token.data().length();
        return length < SHORTEST || length > LONGEST ? Optional.of(LENGTH) : Optional.empty();
    }

    /** Ids of the clauses that call it malformed. */
    public Set<String> clauses() {
        return clauses;
    }
}
