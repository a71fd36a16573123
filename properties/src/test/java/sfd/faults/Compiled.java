package sfd.faults;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Sources compiled in this process, into a folder of their own. */
public final class Compiled {

    private Compiled() {
    }

    /**
     * Compiles sources against the classes of this process.
     *
     * @param sources the file of each, such as {@code sfd/qcd/Taker.java}, and its text
     * @param folder where the classes go
     * @throws IllegalArgumentException where they do not compile, with what the compiler says
     */
    public static void into(Path folder, Map<String, String> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        List<String> options = List.of("-nowarn", "-proc:none", "-classpath", System.getProperty("java.class.path"),
                "-d", folder.toString());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Files.createDirectories(folder);
            List<Source> units = sources.entrySet().stream()
                    .map(source -> new Source(source.getKey(), source.getValue())).toList();
            if (!compiler.getTask(said, files, null, options, null, units).call()) {
                throw new IllegalArgumentException("does not compile: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String file, String text) {
            super(URI.create("string:///" + file), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
