package sfd.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import sfd.lockstep.Lockstep;
import sfd.sa.Event;
import sfd.traces.graph.Graph;
import sfd.traces.value.Value;

/**
 * The reference with some classes replaced, and the judges beside it, in a class loader of their own. Graphs and values
 * are those of this process, for they know nothing of the reference.
 */
final class Patched implements AutoCloseable {

    private final URLClassLoader loader;

    /** @param folder the classes that replace others */
    Patched(Path folder) {
        URL[] places = Stream.of(url(folder), place(Event.class), place(Lockstep.class), place(Patched.class))
                .toArray(URL[]::new);
        this.loader = new OwnFirst(places);
    }

    List<String> differences(RoleModelCopy.Walked model) {
        return call("differences", model.graph(), model.roles(), model.policies());
    }

    List<String> tokens() {
        return call("tokens");
    }

    @SuppressWarnings("unchecked")
    private List<String> call(String method, Object... arguments) {
        Class<?>[] types = arguments.length == 0 ? new Class<?>[0] : new Class<?>[] {Graph.class, Value.class, Value.class};
        try {
            return (List<String>) loader.loadClass(Replayed.class.getName()).getMethod(method, types)
                    .invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the judges of " + Arrays.toString(loader.getURLs()) + " fail", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL place(Class<?> member) {
        return member.getProtectionDomain().getCodeSource().getLocation();
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads the project's classes itself, but those of module traces, and leaves all others to this process. */
    private static final class OwnFirst extends URLClassLoader {

        OwnFirst(URL[] places) {
            super(places, Patched.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("sfd.") || name.startsWith("sfd.traces.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }
    }
}
