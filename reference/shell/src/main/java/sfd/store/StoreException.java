package sfd.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Optional;

/** A store that cannot be used, or did not take what was to be kept. The message is one line and shows no digit of a secret. */
public final class StoreException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong; a closed list. */
    public enum Reason {
        /** There is no such folder, or no such file in it. */
        MISSING,
        /** It is there already. */
        THERE,
        /** Others than the owner may use it. */
        WIDE,
        /** Another user owns it. */
        FOREIGN,
        /** Its end is missing. */
        TRUNCATED,
        /** Its checksum is not that of its content, or it is no file of a store. */
        CORRUPT,
        /** A later version of this program wrote it. */
        NEWER,
        /** It is a file of a store, for something else. */
        OTHER_KIND,
        /** Another process writes here. */
        IN_USE,
        /** It must not be written. */
        READ_ONLY,
        /** There is no room. */
        FULL,
        /** Larger than anything that is kept. */
        TOO_LARGE,
        /** Of later generations than there can be. */
        EXHAUSTED,
        /** Any other failure of the file system. */
        FAILED
    }

    private final Reason reason;

    StoreException(Reason reason, String line) {
        super(line);
        this.reason = reason;
    }

    /**
     * In words what the file system says.
     *
     * @param what cannot be done, such as "cannot be read"
     */
    static StoreException of(Path file, String what, IOException e) {
        String words = words(e).orElse("");
        Reason reason = e instanceof NoSuchFileException ? Reason.MISSING
                : words.contains("No space left") || words.contains("quota") ? Reason.FULL
                : words.contains("Read-only") || e instanceof AccessDeniedException ? Reason.READ_ONLY
                : Reason.FAILED;
        return new StoreException(reason, file + " " + what + ": " + switch (reason) {
            case MISSING -> "there is no such file";
            case FULL -> "there is no room on its file system; what was kept before still is";
            case READ_ONLY -> words.contains("Read-only") ? "its file system is read-only" : "it is not allowed";
            default -> words.isEmpty() ? e.getClass().getSimpleName() : words;
        });
    }

    /** The same for file systems that cannot be written at all. */
    static StoreException of(Path file, ReadOnlyFileSystemException e) {
        return new StoreException(Reason.READ_ONLY, file + " cannot be written: its file system is read-only");
    }

    private static Optional<String> words(IOException e) {
        String words = e instanceof FileSystemException it ? it.getReason() : e.getMessage();
        return Optional.ofNullable(words).map(it -> it.replaceAll("\\s+", " ").strip());
    }

    public Reason reason() {
        return reason;
    }
}
