package sfd.rules.offenders;

import java.util.ArrayList;
import java.util.List;
import sfd.token.Digest;

/** What a value must not be. */
public final class Mutable {

    private Mutable() {
    }

    public static final class Changes {
        int count;
    }

    public record HoldsAnArray(byte[] octets) {
    }

    public static final class HoldsSomethingThatChanges {
        final StringBuilder text = new StringBuilder();
    }

    public record KeepsWhatItIsGiven(List<String> names) {
    }

    public static final class Counts {
        static final List<String> SEEN = new ArrayList<>();
    }

    public static final class HasASetter {
        void setCount(int count) {
        }
    }

    public record HoldsTheDigest(Digest digest) {
    }
}
