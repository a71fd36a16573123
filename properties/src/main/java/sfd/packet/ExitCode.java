package sfd.packet;

import java.io.PrintStream;
import sfd.alphabet.OneLine;
import sfd.gateway.BadFileException;

/** How both commands end: in the same way as the check, and with no code that a JVM ends with by itself. */
public final class ExitCode {

    /** Every line was read. */
    public static final int ALL_READ = 0;

    /** Some line was no datagram; its answer says why. */
    public static final int BAD_LINES = 3;

    /** A file or an option cannot be used; one line on the error stream says why. */
    public static final int UNUSABLE = 4;

    /** The output could not be written, or not to its end: what was read after that is lost. */
    public static final int UNWRITABLE = 5;

    private ExitCode() {
    }

    /** A command's work; the result tells whether all lines could be read. */
    interface Work {
        boolean allRead() throws BadFileException;
    }

    static int of(String command, PrintStream out, PrintStream err, Work work) {
        try {
            boolean allRead = work.allRead();
            if (out.checkError()) {
                err.println(command + ": the output cannot be written");
                return UNWRITABLE;
            }
            return allRead ? ALL_READ : BAD_LINES;
        } catch (BadFileException e) {
            err.println(command + ": " + OneLine.of(e.getMessage()));
            return UNUSABLE;
        } catch (OutOfMemoryError e) {
            err.println(command + ": this input needs more memory than the " + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MB that Java may take here; -Xmx gives more");
            return UNUSABLE;
        } catch (StackOverflowError e) {
            err.println(command + ": this input is nested too deep");
            return UNUSABLE;
        }
    }
}
