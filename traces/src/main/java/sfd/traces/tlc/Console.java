package sfd.traces.tlc;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tlc2.output.MP;
import tlc2.output.MPRecorder;
import util.ToolIO;

/** All that TLC would print while this is open: its text, and its messages by number. */
final class Console implements AutoCloseable {

    /** @param code one of {@link tlc2.output.EC}. @param parameters what the message is filled with */
    record Message(int code, List<Object> parameters) {
    }

    private final PrintStream out = ToolIO.out;
    private final PrintStream err = ToolIO.err;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final List<Message> messages = Collections.synchronizedList(new ArrayList<>());

    Console() {
        ToolIO.out = new PrintStream(text, true, StandardCharsets.UTF_8);
        ToolIO.err = ToolIO.out;
        MP.setRecorder(new MPRecorder() {
            @Override
            public void record(int code, Object... parameters) {
                messages.add(new Message(code, List.of(parameters)));
            }
        });
    }

    String text() {
        ToolIO.out.flush();
        return text.toString(StandardCharsets.UTF_8);
    }

    List<Message> messages() {
        return messages;
    }

    @Override
    public void close() {
        MP.setRecorder(new MPRecorder());
        ToolIO.out = out;
        ToolIO.err = err;
    }
}
