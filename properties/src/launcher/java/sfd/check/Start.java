package sfd.check;

import java.lang.reflect.InvocationTargetException;

/**
 * The jar's first class, for a JVM that may be too old for all others: compiled at level 11, so that it can say so.
 * The constants are those of {@code Status} and of the build.
 */
public final class Start {

    private static final int UNUSABLE = 4;
    private static final int NEEDED = 21;

    private Start() {
    }

    public static void main(String[] arguments) throws ReflectiveOperationException {
        int version = Runtime.version().feature();
        if (version < NEEDED) {
            System.err.println("sfd: this needs a Java of " + NEEDED + " or newer, and "
                    + System.getProperty("java.home") + " is one of " + version
                    + "; name a newer one by its path, as in /usr/lib/jvm/.../bin/java -jar sfd.jar");
            System.exit(UNUSABLE);
        }
        try {
            Class.forName("sfd.check.Sfd").getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
