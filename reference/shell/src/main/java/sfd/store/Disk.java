package sfd.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/** What a store asks of a file system, call by call, so that each can fail by itself. */
public interface Disk {

    /** A file that is being written. */
    interface Output extends Closeable {

        /** All that remains in the buffer. */
        void write(ByteBuffer octets) throws IOException;

        /** What was written survives a power cut when this returns. */
        void force() throws IOException;
    }

    /**
     * Who may use a file or a folder.
     *
     * @param own true if the user of this process owns it
     * @param others true if anybody else may read or write it, or as a folder change it
     */
    record Access(boolean own, boolean others) {
    }

    /** True if there is something of this name. */
    boolean exists(Path file) throws IOException;

    /** Follows no link. */
    Access access(Path file) throws IOException;

    /** The same of a folder: here others count if they may change it. */
    Access folderAccess(Path folder) throws IOException;

    /** A new folder of the owner alone. */
    void createFolder(Path folder) throws IOException;

    /** Held until it is closed, or this process ends; nothing if another one holds it. */
    Optional<Closeable> lock(Path file) throws IOException;

    /**
     * All octets of a file, or the first {@code most} and one more.
     *
     * @return an array that the caller wipes
     */
    byte[] read(Path file, int most) throws IOException;

    /** A new file of the owner alone; there is none of this name. */
    Output create(Path file) throws IOException;

    /** A second name for a file; there is none of this name. */
    void link(Path name, Path file) throws IOException;

    /** At once for all who look, in place of what has the other name. */
    void rename(Path from, Path to) throws IOException;

    /** If it is there. */
    void delete(Path file) throws IOException;

    /** The names in a folder survive a power cut as they are when this returns. */
    void forceFolder(Path folder) throws IOException;
}
