package sfd.token;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sfd.octets.Ranges;

/**
 * The generations of a secret that are still in use: a maker's QCD_SECRET (QCD-5.1-2), or what a peer makes its
 * stateless cookies with (SIR-3.2.4-2).
 *
 * @param generations newest first; none before the first one is made
 */
public record Secrets(List<Secret> generations) {

    /** The newest and up to three earlier ones (QCD-5.1-2). */
    public static final int MOST = 4;

    /** No secret, hence no tokens. */
    public static final Secrets NONE = new Secrets(List.of());

    /** @throws IllegalArgumentException for more than four, or an order other than newest first */
    public Secrets {
        generations = List.copyOf(generations);
        Ranges.check("number of secrets", generations.size(), 0, MOST);
        for (int i = 1; i < generations.size(); i++) {
            Ranges.check("generation of a secret behind a newer one", generations.get(i).generation(), 1,
                    generations.get(i - 1).generation() - 1);
        }
    }

    public boolean isEmpty() {
        return generations.isEmpty();
    }

    /** The one that new tokens are made with; there must be one. */
    public Secret newest() {
        return generations.getFirst();
    }

    /** The secret of this generation, if it is still in use. */
    public Optional<Secret> get(int generation) {
        for (Secret secret : generations) {
            if (secret.generation() == generation) {
                return Optional.of(secret);
            }
        }
        return Optional.empty();
    }

    /** True if this secret is later than all that are here: only such a one can become the newest. */
    public boolean admits(Secret secret) {
        return isEmpty() || secret.generation() > newest().generation();
    }

    /** These with {@code fresh} in front, and no more than {@code most} in all (QCD-5.1-2). */
    public Secrets roll(Secret fresh, int most) {
        return new Secrets(Stream.concat(Stream.of(fresh), generations.stream()).limit(most).toList());
    }
}
