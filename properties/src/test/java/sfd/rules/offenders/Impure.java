package sfd.rules.offenders;

import java.util.Optional;
import java.util.Random;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.token.JdkDigest;

/** What a role must not do. */
public final class Impure {

    private Impure() {
    }

    public static final class ReadsTheClock {
        long now() {
            return System.nanoTime();
        }
    }

    public static final class DrawsLots {
        int draw() {
            return new Random().nextInt();
        }
    }

    public static final class Prints {
        void print() {
            System.out.println();
        }
    }

    public static final class Logs {
        void log() {
            System.getLogger("role").log(System.Logger.Level.INFO, "line");
        }
    }

    public static final class Waits {
        void await() throws InterruptedException {
            Thread.sleep(1);
        }
    }

    public static final class Locks {
        synchronized void lock() {
        }
    }

    public static final class LooksInside {
        boolean looks(java.lang.reflect.Field field) {
            return field.isSynthetic();
        }
    }

    public static final class PicksItsDigest {
        Object digest() {
            return new JdkDigest();
        }
    }

    public static final class Throws {
        int first(Optional<Integer> token) {
            return token.orElseThrow();
        }

        void refuse() {
            throw new IllegalStateException("a bad token");
        }
    }

    public static final class StepsOddly {
        public Step<String> step(Event event, Policy policy) throws InterruptedException {
            return null;
        }
    }
}
