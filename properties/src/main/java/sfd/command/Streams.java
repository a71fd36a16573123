package sfd.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;

/** What a command reads from and writes to. */
public record Streams(InputStream in, PrintStream out, PrintStream err) {

    /** Those of this process. */
    static final Streams OWN = new Streams(System.in, System.out, System.err);

    /** Those of a process that Maven started: what is piped into Maven does not come here. */
    static final Streams UNDER_MAVEN = new Streams(new Unreachable(), System.out, System.err);

    /** An end of input would look as if there were no lines. */
    private static final class Unreachable extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("Maven keeps it for itself; name a file, or pipe into java -jar properties/target/sfd.jar, "
                    + "which mvn -q package -DskipTests makes");
        }
    }
}
