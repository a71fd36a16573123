package sfd.token;

import java.util.List;
import java.util.stream.Stream;

/**
 * The generations of QCD_SECRET that a maker still has.
 *
 * @param generations newest first; none before the first one is made
 */
public record Secrets(List<QcdSecret> generations) {

    /** The newest and up to three earlier ones (QCD-5.1-2). */
    public static final int MOST = 4;

    /** No secret, hence no tokens. */
    public static final Secrets NONE = new Secrets(List.of());

    /** @throws IllegalArgumentException for more than four, or an order other than newest first */
    public Secrets {
        generations = List.copyOf(generations);
        if (generations.size() > MOST) {
            throw new IllegalArgumentException("a maker keeps at most four secrets, not " + generations.size());
        }
        for (int i = 1; i < generations.size(); i++) {
            if (generations.get(i - 1).generation() <= generations.get(i).generation()) {
                throw new IllegalArgumentException("secrets stand newest first");
            }
        }
    }

    public boolean isEmpty() {
        return generations.isEmpty();
    }

    /** The one that new tokens are made with; there must be one. */
    public QcdSecret newest() {
        return generations.getFirst();
    }

    /** True if a token of this generation can still be made. */
    public boolean has(int generation) {
        return generations.stream().anyMatch(secret -> secret.generation() == generation);
    }

    /** True if this secret is later than all that are here: only such a one can become the newest. */
    public boolean admits(QcdSecret secret) {
        return isEmpty() || secret.generation() > newest().generation();
    }

    /** These with {@code fresh} in front, and no more than {@code most} in all (QCD-5.1-2). */
    public Secrets roll(QcdSecret fresh, int most) {
        return new Secrets(Stream.concat(Stream.of(fresh), generations.stream()).limit(most).toList());
    }
}
