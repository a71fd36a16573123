package sfd.alphabet;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What is said on the error stream: in one line, whatever it quotes. */
public final class OneLine {

    private OneLine() {
    }

    /** A name out of a file may hold line ends, or whatever steers a terminal. */
    public static String of(String message) {
        return message.replaceAll("[\\p{Cc}\u2028\u2029]+", " ").strip();
    }

    /** The file and the reason in words, where Java's message is no more than the file's name. */
    public static String of(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> missing.getFile() + ": there is no such file";
            case AccessDeniedException denied -> denied.getFile() + ": it may not be read or written";
            case FileAlreadyExistsException there -> there.getFile() + ": it is there already, and is no folder";
            case FileSystemException it when it.getReason() != null -> it.getFile() + ": " + it.getReason();
            default -> "a file cannot be read or written: " + e.getMessage();
        };
    }
}
