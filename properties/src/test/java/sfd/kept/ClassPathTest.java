package sfd.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What code counts. */
class ClassPathTest {

    @TempDir
    Path root;

    private String before;

    @BeforeEach
    void first() throws IOException {
        write("classes/sfd/check/Run.class", "run");
        write("classes/sfd/pages/Page.class", "page");
        write("tlc.jar", "tlc");
        before = digest();
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    private String digest() {
        return ClassPath.digest(root.resolve("classes") + ":" + root.resolve("tlc.jar") + ":" + root.resolve("nothing"));
    }

    @Test
    void changedClasses() throws IOException {
        write("classes/sfd/check/Run.class", "walk");
        assertNotEquals(before, digest());
    }

    @Test
    void classesOfPackagesThatNobodyKnewOf() throws IOException {
        write("classes/sfd/other/Other.class", "other");
        assertNotEquals(before, digest());
    }

    @Test
    void libraries() throws IOException {
        write("tlc.jar", "another one");
        assertNotEquals(before, digest());
    }

    @Test
    void whatIsAsideDoesNotCount() throws IOException {
        write("classes/sfd/pages/Page.class", "changed");
        write("classes/sfd/bench/Bench.class", "new");
        assertEquals(before, digest());
    }
}
