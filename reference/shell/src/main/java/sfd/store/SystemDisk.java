package sfd.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The file systems of this machine. What is read and written passes through buffers outside the heap that are this class's
 * own and wiped: Java would keep copies in buffers of its own.
 */
public final class SystemDisk implements Disk {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> FOLDER_OF_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);
    private static final Set<PosixFilePermission> OTHERS_CHANGE =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final Path PROCESS = Path.of("/proc/self");
    private static final int PIECE = 1 << 16;

    @Override
    public boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public Access access(Path file) throws IOException {
        return access(file, OTHERS, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public Access folderAccess(Path folder) throws IOException {
        return access(folder, OTHERS_CHANGE);
    }

    private static Access access(Path file, Set<PosixFilePermission> others, LinkOption... options) throws IOException {
        PosixFileAttributes it;
        try {
            it = Files.readAttributes(file, PosixFileAttributes.class, options);
        } catch (UnsupportedOperationException e) {
            throw new IOException("this file system does not tell who may use a file", e);
        }
        return new Access(it.owner().equals(user(file)), it.permissions().stream().anyMatch(others::contains));
    }

    /** By its process where the system shows one: its number may have no name. */
    private static UserPrincipal user(Path file) throws IOException {
        return Files.isDirectory(PROCESS) ? Files.getOwner(PROCESS)
                : file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(System.getProperty("user.name"));
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        Files.createDirectory(folder, FOLDER_OF_OWNER);
    }

    @Override
    public Optional<Closeable> lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS), OWNER_ONLY);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException e) {
            // In this process, by another store.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public byte[] read(Path file, int most) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            byte[] octets = new byte[(int) Math.min(in.size(), most + 1L)];
            ByteBuffer piece = ByteBuffer.allocateDirect(Math.clamp(octets.length, 1, PIECE));
            try {
                int length = 0;
                while (length < octets.length && in.read(piece.clear().limit(Math.min(PIECE, octets.length - length))) > 0) {
                    length += piece.position();
                    piece.flip().get(octets, length - piece.limit(), piece.limit());
                }
                return length == octets.length ? octets : shortened(octets, length);
            } finally {
                Wiping.wipe(piece);
            }
        }
    }

    private static byte[] shortened(byte[] octets, int length) {
        byte[] there = Arrays.copyOf(octets, length);
        Arrays.fill(octets, (byte) 0);
        return there;
    }

    @Override
    public Output create(Path file) throws IOException {
        FileChannel out = FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY);
        return new Output() {
            @Override
            public void write(ByteBuffer octets) throws IOException {
                ByteBuffer piece = ByteBuffer.allocateDirect(Math.clamp(octets.remaining(), 1, PIECE));
                try {
                    while (octets.hasRemaining()) {
                        piece.clear().limit(Math.min(PIECE, octets.remaining()));
                        piece.put(octets.slice(octets.position(), piece.limit())).flip();
                        octets.position(octets.position() + piece.limit());
                        while (piece.hasRemaining()) {
                            out.write(piece);
                        }
                    }
                } finally {
                    Wiping.wipe(piece);
                }
            }

            @Override
            public void force() throws IOException {
                out.force(true);
            }

            @Override
            public void close() throws IOException {
                out.close();
            }
        };
    }

    @Override
    public void link(Path name, Path file) throws IOException {
        Files.createLink(name, file);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        try (FileChannel it = FileChannel.open(folder, StandardOpenOption.READ)) {
            it.force(true);
        }
    }
}
