package sfd.traces.tlc;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where code is, so that another JVM can be given it. */
public final class Home {

    private Home() {
    }

    /** @return the jar or folder that a class comes from */
    public static Path of(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
