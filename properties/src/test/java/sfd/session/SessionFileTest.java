package sfd.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sfd.octets.Octets;

/** A session on disk: complete, valid by its schema, for its owner alone. */
class SessionFileTest {

    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SchemaLocation.of(
            Path.of(System.getProperty("project.root"), "traces", "schemas", "session.schema.json").toUri().toString()));
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @BeforeEach
    void modes() {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "there are no file modes here");
    }

    private Path written(Session session) throws SessionFileException {
        Path file = folder.resolve("session.json");
        SessionFile.write(file, session);
        return file;
    }

    @ParameterizedTest
    @EnumSource
    void comesBack(Suite suite) throws IOException, SessionFileException {
        Ends ends = Ends.meet(Ends.SETUP.withSuites(suite).withNat(Nat.FORCE));
        Session asked = ends.a().liveness(Ends.random(1)).orElseThrow().next();
        Child child = ends.b().children().getFirst();
        Octets packet = ends.a().children().getFirst().seal(59, Octets.EMPTY).orElseThrow().packet();
        Session heard = ends.b().with(List.of(child.open(packet).orElseThrow().next()));
        for (Session session : List.of(ends.a(), asked, heard, ends.a().with(List.of()))) {
            Path file = written(session);
            assertEquals(session, SessionFile.read(file));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            assertEquals("[]", SCHEMA.validate(Files.readString(file), InputFormat.JSON).toString());
        }
    }

    @Test
    void anotherProcessGoesOn() throws SessionFileException {
        Ends ends = Ends.meet(Ends.SETUP);
        Session again = SessionFile.read(written(ends.a()));
        assertInstanceOf(Received.Request.class, ends.b().receive(again.liveness(Ends.random(1)).orElseThrow().send()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx--x---"})
    void othersMayUseIt(String mode) throws IOException, SessionFileException {
        Path file = written(Ends.meet(Ends.SETUP).a());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        var refused = assertThrows(SessionFileException.class, () -> SessionFile.read(file));
        assertTrue(refused.getMessage().contains("chmod 600 " + file), refused.getMessage());
        // Written again it is narrow again.
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(written(Ends.meet(Ends.SETUP).a()))));
    }

    /** Each value in the file replaced by others in turn: what is read is a session or one line without a digit of a key. */
    @Test
    void anyValueChanged() throws IOException, SessionFileException {
        Session session = Ends.meet(Ends.SETUP).a();
        Path file = written(session);
        JsonNode whole = JSON.readTree(file.toFile());
        int refused = 0;
        for (String pointer : pointers("", whole)) {
            for (String value : List.of("null", "-1", "7", "4294967297", "1e400", "\"\"", "\"zz\"", "\"00\"", "[]", "[7]", "{}", "true")) {
                JsonNode copy = whole.deepCopy();
                int slash = pointer.lastIndexOf('/');
                if (copy.at(pointer.substring(0, slash)) instanceof ObjectNode parent) {
                    parent.set(pointer.substring(slash + 1), JSON.readTree(value));
                    refused += refused(file, copy.toString(), session);
                    parent.remove(pointer.substring(slash + 1));
                    refused += refused(file, copy.toString(), session);
                }
            }
        }
        assertTrue(refused > 500, refused + " refused");
    }

    private static List<String> pointers(String at, JsonNode node) {
        var all = new ArrayList<String>();
        if (!at.isEmpty()) {
            all.add(at);
        }
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(name -> all.addAll(pointers(at + "/" + name, node.get(name))));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            all.addAll(pointers(at + "/" + i, node.get(i)));
        }
        return all;
    }

    private static int refused(Path file, String text, Session session) throws IOException {
        Files.writeString(file, text);
        try {
            SessionFile.read(file);
            // The schema never forbids what is read.
            assertEquals("[]", SCHEMA.validate(text, InputFormat.JSON).toString(), text);
            return 0;
        } catch (SessionFileException e) {
            assertEquals(1, e.getMessage().lines().count(), e.getMessage());
            assertTrue(!e.getMessage().contains(session.keys().d().octets().toString().substring(0, 8)), e.getMessage());
            return 1;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "{} {}", "{\"spiI\": 1, \"spiI\": 1}", "\u0000"})
    void noSession(String text) throws IOException, SessionFileException {
        Path file = written(Ends.meet(Ends.SETUP).a());
        Files.writeString(file, text);
        assertEquals(1, assertThrows(SessionFileException.class, () -> SessionFile.read(file)).getMessage().lines().count());
    }

    @Test
    void noFile() {
        assertThrows(SessionFileException.class, () -> SessionFile.read(folder.resolve("absent")));
        assertThrows(SessionFileException.class, () -> SessionFile.read(folder));
        Session session = Ends.meet(Ends.SETUP).a();
        assertThrows(SessionFileException.class, () -> SessionFile.write(folder.resolve("absent").resolve("session.json"), session));
    }
}
