package sfd.check;

import sfd.packet.ExitCode;

/** How the tool ends. None of these is a status with which a JVM ends by itself. */
public final class Status {

    /** All as expected, or every line read. */
    public static final int DONE = ExitCode.ALL_READ;

    /** Something is not as expected, or some line could not be read. */
    public static final int UNEXPECTED = ExitCode.BAD_LINES;

    /** A file, an option or a folder cannot be used; one line on the error stream says why. */
    public static final int UNUSABLE = ExitCode.UNUSABLE;

    /** The output could not be written, or not to its end. */
    public static final int UNWRITABLE = ExitCode.UNWRITABLE;

    /** A fault of the tool itself. */
    public static final int FAULT = 6;

    /** For the build only: how the check ended could not be left behind. */
    static final int NOT_LEFT = 7;

    /** For people. */
    public static final String OF_LINES = "Ends with 0 if all was read, 3 if some line or frame could not be, 4 for a file or an "
            + "option that cannot be used, 5 if the output cannot be written.";

    private Status() {
    }
}
