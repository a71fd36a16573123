package sfd.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Optional;
import sfd.store.StoreException.Reason;

/**
 * A folder with what must outlive a crash, for one process at a time. Nothing in it is written over that could not be read.
 */
public final class Store implements AutoCloseable {

    private static final String LOCK = "lock";

    private final Disk disk;
    private final Path folder;
    private final Closeable lock;

    private Store(Disk disk, Path folder, Closeable lock) {
        this.disk = disk;
        this.folder = folder;
        this.lock = lock;
    }

    /** One that is there. */
    public static Store open(Disk disk, Path folder) throws StoreException {
        Path place = folder.toAbsolutePath().normalize();
        try {
            if (!disk.exists(place)) {
                throw new StoreException(Reason.MISSING, "there is no store at " + place);
            }
            checkFolder(disk, place);
            Optional<Closeable> lock = disk.lock(place.resolve(LOCK));
            if (lock.isEmpty()) {
                throw new StoreException(Reason.IN_USE, "another process uses the store at " + place);
            }
            return new Store(disk, place, lock.get());
        } catch (IOException e) {
            throw StoreException.of(place, "cannot be used as a store", e);
        } catch (ReadOnlyFileSystemException e) {
            throw StoreException.of(place, e);
        }
    }

    /** The same; its folder is made if it is not there. */
    public static Store make(Disk disk, Path folder) throws StoreException {
        Path place = folder.toAbsolutePath().normalize();
        try {
            if (!disk.exists(place)) {
                disk.createFolder(place);
            }
            disk.forceFolder(place.getParent()); // Also if an earlier attempt failed here.
        } catch (IOException e) {
            throw StoreException.of(place, "cannot be made", e);
        }
        return open(disk, place);
    }

    /** Who may change the folder may put a file of his own in the place of each. */
    private static void checkFolder(Disk disk, Path place) throws IOException, StoreException {
        Disk.Access access = disk.folderAccess(place);
        if (!access.own()) {
            throw new StoreException(Reason.FOREIGN, place + " belongs to another user; chown mends it if it is yours");
        }
        if (access.others()) {
            throw new StoreException(Reason.WIDE, "others than the owner may change the folder " + place + ": chmod 700 " + place
                    + " mends it");
        }
    }

    /** QCD_SECRET (QCD-5.1-1). */
    public StoredSecrets tokenSecrets() {
        return new StoredSecrets(file("tokens", Frame.Kind.TOKEN_SECRETS));
    }

    /** What stateless cookies are made with (SIR-3.2.4-2). */
    public StoredSecrets cookieSecrets() {
        return new StoredSecrets(file("cookies", Frame.Kind.COOKIE_SECRETS));
    }

    /** The map of child SAs (QCD-8.2-1). */
    public StoredChildren children() {
        return new StoredChildren(file("children", Frame.Kind.CHILDREN));
    }

    private AtomicFile file(String name, Frame.Kind kind) {
        return new AtomicFile(disk, folder.resolve(name), kind);
    }

    /** Another process may use it now. */
    @Override
    public void close() throws StoreException {
        try {
            lock.close();
        } catch (IOException e) {
            throw StoreException.of(folder, "cannot be closed", e);
        }
    }
}
