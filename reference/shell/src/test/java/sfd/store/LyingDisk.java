package sfd.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/** A file system that does not do what it says: what a store that left a call out would have. */
final class LyingDisk implements Disk {

    private static final int ALL = 1 << 20;

    private final Disk disk;
    private final boolean forces;
    private final boolean forcesFolders;
    private final boolean renamesAtOnce;

    /**
     * @param forces files
     * @param renamesAtOnce or else writes what it renames in the place of the other file, octet by octet
     */
    LyingDisk(Disk disk, boolean forces, boolean forcesFolders, boolean renamesAtOnce) {
        this.disk = disk;
        this.forces = forces;
        this.forcesFolders = forcesFolders;
        this.renamesAtOnce = renamesAtOnce;
    }

    @Override
    public boolean exists(Path file) throws IOException {
        return disk.exists(file);
    }

    @Override
    public Access access(Path file) throws IOException {
        return disk.access(file);
    }

    @Override
    public Access folderAccess(Path folder) throws IOException {
        return disk.folderAccess(folder);
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        disk.createFolder(folder);
    }

    @Override
    public Optional<Closeable> lock(Path file) throws IOException {
        return disk.lock(file);
    }

    @Override
    public byte[] read(Path file, int most) throws IOException {
        return disk.read(file, most);
    }

    @Override
    public Output create(Path file) throws IOException {
        Output out = disk.create(file);
        return new Output() {
            @Override
            public void write(ByteBuffer octets) throws IOException {
                out.write(octets);
            }

            @Override
            public void force() throws IOException {
                if (forces) {
                    out.force();
                }
            }

            @Override
            public void close() throws IOException {
                out.close();
            }
        };
    }

    @Override
    public void link(Path name, Path file) throws IOException {
        disk.link(name, file);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        if (renamesAtOnce) {
            disk.rename(from, to);
            return;
        }
        disk.delete(to);
        try (Output out = disk.create(to)) {
            out.write(ByteBuffer.wrap(disk.read(from, ALL)));
            disk.forceFolder(to.getParent());
            out.force();
        }
        disk.delete(from);
    }

    @Override
    public void delete(Path file) throws IOException {
        disk.delete(file);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        if (forcesFolders) {
            disk.forceFolder(folder);
        }
    }
}
