package sfd.sa;

/**
 * A role with those who wait for the next tick before it.
 *
 * @param role the role's own state
 * @param waiting what a limit turned away
 */
public record Admitted<S>(S role, Waiting waiting) {

    /** Nobody waits. */
    public static <S> Admitted<S> of(S role) {
        return new Admitted<>(role, Waiting.NONE);
    }

    /** The same object if nothing changed. */
    Admitted<S> with(S role, Waiting waiting) {
        return role == this.role && waiting == this.waiting ? this : new Admitted<>(role, waiting);
    }
}
