package sfd.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Another file system, and a word at each call of it: before it, and once more behind it. */
final class WatchedDisk implements Disk {

    /** May throw in the place of the call, or behind it. */
    interface Word {
        void at(String call, boolean done) throws IOException;
    }

    private interface Call<T> {
        T call() throws IOException;
    }

    private final Disk disk;
    private final Word word;

    WatchedDisk(Disk disk, Word word) {
        this.disk = disk;
        this.word = word;
    }

    /** The names of all calls, in their order. */
    static Word into(List<String> calls) {
        return (call, done) -> {
            if (!done) {
                calls.add(call);
            }
        };
    }

    /** The call of this number fails, and what it was to do is done or not. */
    static Word failing(int number, boolean done) {
        var calls = new ArrayList<String>();
        return (call, isDone) -> {
            if (isDone == done) {
                calls.add(call);
                if (calls.size() == number + 1) {
                    throw new IOException("planted in " + call);
                }
            }
        };
    }

    private <T> T call(String name, Call<T> call) throws IOException {
        word.at(name, false);
        T result = call.call();
        try {
            word.at(name, true);
        } catch (IOException e) {
            if (result instanceof Closeable it) {
                it.close();
            }
            if (result instanceof Optional<?> it && it.isPresent() && it.get() instanceof Closeable held) {
                held.close();
            }
            throw e;
        }
        return result;
    }

    private interface Act {
        void act() throws IOException;
    }

    private void act(String name, Act act) throws IOException {
        call(name, () -> {
            act.act();
            return name;
        });
    }

    @Override
    public boolean exists(Path file) throws IOException {
        return call("exists", () -> disk.exists(file));
    }

    @Override
    public Access access(Path file) throws IOException {
        return call("access", () -> disk.access(file));
    }

    @Override
    public Access folderAccess(Path folder) throws IOException {
        return call("folderAccess", () -> disk.folderAccess(folder));
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        act("createFolder", () -> disk.createFolder(folder));
    }

    @Override
    public Optional<Closeable> lock(Path file) throws IOException {
        return call("lock", () -> disk.lock(file));
    }

    @Override
    public byte[] read(Path file, int most) throws IOException {
        return call("read", () -> disk.read(file, most));
    }

    @Override
    public Output create(Path file) throws IOException {
        Output out = call("create", () -> disk.create(file));
        return new Output() {
            @Override
            public void write(ByteBuffer octets) throws IOException {
                act("write", () -> out.write(octets));
            }

            @Override
            public void force() throws IOException {
                act("force", out::force);
            }

            @Override
            public void close() throws IOException {
                act("close", out::close);
            }
        };
    }

    @Override
    public void link(Path name, Path file) throws IOException {
        act("link", () -> disk.link(name, file));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        act("rename", () -> disk.rename(from, to));
    }

    @Override
    public void delete(Path file) throws IOException {
        act("delete", () -> disk.delete(file));
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        act("forceFolder", () -> disk.forceFolder(folder));
    }
}
