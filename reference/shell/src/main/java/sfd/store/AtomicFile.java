package sfd.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Arrays;
import sfd.store.StoreException.Reason;

/**
 * A file that is replaced as a whole: after a crash at any moment it has what was kept last, or what was kept before. That too
 * stays, under a name of its own, should the medium fail.
 */
final class AtomicFile {

    /** Largest content in octets: room for some million child SAs. */
    private static final int LARGEST = 1 << 26;

    private final Disk disk;
    private final Path file;
    private final Frame.Kind kind;

    AtomicFile(Disk disk, Path file, Frame.Kind kind) {
        this.disk = disk;
        this.file = file;
        this.kind = kind;
    }

    Path path() {
        return file;
    }

    /** Where what was kept before is. */
    static Path before(Path file) {
        return file.resolveSibling(file.getFileName() + ".before");
    }

    private Path fresh() {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    boolean exists() throws StoreException {
        try {
            return disk.exists(file);
        } catch (IOException e) {
            throw StoreException.of(file, "cannot be found", e);
        }
    }

    /** The content; whoever asks wipes it. */
    byte[] read() throws StoreException {
        byte[] octets = {};
        try {
            checkAccess();
            octets = disk.read(file, LARGEST + Frame.OVERHEAD);
            if (octets.length > LARGEST + Frame.OVERHEAD) {
                throw new StoreException(Reason.TOO_LARGE, file + " has more than " + (LARGEST + Frame.OVERHEAD) + " octets");
            }
            return Frame.content(file, kind, octets);
        } catch (IOException e) {
            throw StoreException.of(file, "cannot be read", e);
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    /** QCD-9.1-3: nobody but the owner. */
    private void checkAccess() throws IOException, StoreException {
        Disk.Access access = disk.access(file);
        if (!access.own()) {
            throw new StoreException(Reason.FOREIGN, file + " belongs to another user; chown mends it if it is yours");
        }
        if (access.others()) {
            throw new StoreException(Reason.WIDE, "others than the owner may use " + file + ": chmod 600 " + file
                    + " mends it, and if they may have read it, so does a new secret");
        }
    }

    /**
     * In place of what is there. If it throws, there is what was before, or what was to be written: nobody can tell, so who
     * wrote it must act on neither.
     *
     * @param content is wiped
     */
    void replace(byte[] content) throws StoreException {
        byte[] octets = {};
        try {
            if (content.length > LARGEST) {
                throw new StoreException(Reason.TOO_LARGE, "more than " + LARGEST + " octets are not kept in " + file);
            }
            octets = Frame.around(kind, content);
            write(octets);
            if (disk.exists(file)) {
                disk.delete(before(file));
                disk.link(before(file), file);
            }
            disk.rename(fresh(), file);
            disk.forceFolder(file.getParent());
        } catch (IOException e) {
            throw StoreException.of(file, "cannot be written", e);
        } catch (ReadOnlyFileSystemException e) {
            throw StoreException.of(file, e);
        } finally {
            Arrays.fill(octets, (byte) 0);
            Arrays.fill(content, (byte) 0);
        }
    }

    /** Whole and on the medium before its name says that it is the file. What came to nothing takes no room. */
    private void write(byte[] octets) throws IOException {
        disk.delete(fresh());
        try {
            try (Disk.Output out = disk.create(fresh())) {
                out.write(ByteBuffer.wrap(octets));
                out.force();
            }
        } catch (IOException e) {
            try {
                disk.delete(fresh());
            } catch (IOException stays) {
                e.addSuppressed(stays);
            }
            throw e;
        }
    }
}
