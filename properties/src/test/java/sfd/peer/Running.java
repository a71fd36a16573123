package sfd.peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import sfd.gateway.BadFileException;
import sfd.ike.Endpoint;
import sfd.sa.Event;

/** A peer that serves in a thread of its own. */
final class Running implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Peer peer;
    private final Thread thread;
    private boolean closed;

    Running(Given given) throws BadFileException {
        peer = Peer.open(given.options(), new PrintStream(out, true), warning -> {
            throw new AssertionError(warning);
        });
        thread = Thread.ofPlatform().start(() -> {
            try {
                peer.serve();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    Endpoint unshared() {
        return peer.ends().getFirst();
    }

    Endpoint shared() {
        return peer.ends().getLast();
    }

    void tell(Event event) {
        peer.tell(event);
    }

    List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** The first line that is as wanted, when it comes. */
    JsonNode line(Predicate<JsonNode> wanted) throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            String all = out.toString(StandardCharsets.UTF_8);
            Optional<JsonNode> line = all.substring(0, all.lastIndexOf('\n') + 1).lines().map(Running::json).filter(wanted).findFirst();
            if (line.isPresent()) {
                return line.get();
            }
            Thread.sleep(10);
        }
        throw new AssertionError("no such line among " + lines());
    }

    /** The last line, after the end. */
    JsonNode last() {
        return json(lines().getLast());
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (!closed) {
            closed = true;
            peer.stop();
            thread.join();
            peer.close();
        }
    }
}
