package sfd.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A file system in memory that knows what is on the medium and what is not yet: octets are there once their file was forced,
 * names once their folder was. A power cut leaves of the changes of names that were not forced the first few, however many, and
 * of octets that were not forced none, some or all.
 */
class MemoryDisk implements Disk {

    /** What a power cut leaves of octets that were not forced. */
    enum Left { NONE, HALF, ALL }

    private static final class Inode {
        private byte[] octets = {};
        private byte[] kept = {};
    }

    /** @param folder whose names it changes */
    private record Change(Path folder, Consumer<Map<Path, Inode>> change) {
    }

    private final Map<Path, Inode> names = new HashMap<>();
    private final Map<Path, Inode> keptNames = new HashMap<>();
    private final List<Change> pending = new ArrayList<>();
    private boolean locked;

    private void change(Path file, Consumer<Map<Path, Inode>> change) {
        change.accept(names);
        pending.add(new Change(file.getParent(), change));
    }

    /** How many changes of names a power cut may leave undone. */
    int pending() {
        return pending.size();
    }

    /** The file system after a power cut, beside this one. */
    MemoryDisk cut(int changesLeft, Left left) {
        var kept = new HashMap<>(keptNames);
        pending.subList(0, changesLeft).forEach(it -> it.change().accept(kept));
        var after = new MemoryDisk();
        var inodes = new HashMap<Inode, Inode>();
        kept.forEach((path, inode) -> after.names.put(path, inodes.computeIfAbsent(inode, it -> after(it, left))));
        after.keptNames.putAll(after.names);
        return after;
    }

    private static Inode after(Inode before, Left left) {
        var inode = new Inode();
        int more = before.octets.length - before.kept.length;
        inode.octets = Arrays.equals(before.octets, before.kept) || left == Left.NONE ? before.kept
                : Arrays.copyOf(before.octets, before.kept.length + (left == Left.HALF ? more / 2 : more));
        inode.kept = inode.octets;
        return inode;
    }

    private Inode inode(Path file) throws IOException {
        Inode inode = names.get(file);
        if (inode == null) {
            throw new NoSuchFileException(file.toString());
        }
        return inode;
    }

    @Override
    public boolean exists(Path file) throws IOException {
        return names.containsKey(file);
    }

    @Override
    public Access access(Path file) throws IOException {
        inode(file);
        return new Access(true, false);
    }

    @Override
    public Access folderAccess(Path folder) throws IOException {
        return access(folder);
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        var inode = new Inode();
        change(folder, map -> map.put(folder, inode));
    }

    @Override
    public Optional<Closeable> lock(Path file) throws IOException {
        if (locked) {
            return Optional.empty();
        }
        locked = true;
        return Optional.of(() -> locked = false);
    }

    @Override
    public byte[] read(Path file, int most) throws IOException {
        return inode(file).octets.clone();
    }

    @Override
    public Output create(Path file) throws IOException {
        if (names.containsKey(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        var inode = new Inode();
        change(file, map -> map.put(file, inode));
        return new Output() {
            @Override
            public void write(ByteBuffer octets) throws IOException {
                int before = inode.octets.length;
                byte[] longer = Arrays.copyOf(inode.octets, before + octets.remaining());
                octets.get(longer, before, octets.remaining());
                inode.octets = longer;
            }

            @Override
            public void force() throws IOException {
                inode.kept = inode.octets;
            }

            @Override
            public void close() throws IOException {
            }
        };
    }

    @Override
    public void link(Path name, Path file) throws IOException {
        if (names.containsKey(name)) {
            throw new FileAlreadyExistsException(name.toString());
        }
        Inode inode = inode(file);
        change(name, map -> map.put(name, inode));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Inode inode = inode(from);
        change(to, map -> {
            map.remove(from);
            map.put(to, inode);
        });
    }

    @Override
    public void delete(Path file) throws IOException {
        if (names.containsKey(file)) {
            change(file, map -> map.remove(file));
        }
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        pending.stream().filter(it -> it.folder().equals(folder)).forEach(it -> it.change().accept(keptNames));
        pending.removeIf(it -> it.folder().equals(folder));
    }
}
