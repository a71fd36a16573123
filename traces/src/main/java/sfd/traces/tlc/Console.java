package sfd.traces.tlc;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import tlc2.output.MP;
import tlc2.output.MPRecorder;
import tlc2.tool.TLCState;
import tlc2.tool.TLCStateInfo;
import util.ToolIO;

/** All that TLC would print while this is open: its text, and its messages by number. */
final class Console implements AutoCloseable {

    /**
     * @param code       one of {@link tlc2.output.EC}
     * @param parameters the texts that the message is filled with; what is no text, such as a state, is left empty
     * @param state      the state of a trace that the message shows; null where it shows none
     */
    record Message(int code, List<String> parameters, TLCState state) {

        static Message of(int code, Object[] parameters) {
            return new Message(code, Arrays.stream(parameters)
                    .map(parameter -> parameter instanceof String text ? text : "").toList(),
                    Arrays.stream(parameters).filter(TLCStateInfo.class::isInstance).map(it -> ((TLCStateInfo) it).state)
                            .filter(Objects::nonNull).findFirst().orElse(null));
        }
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
                messages.add(Message.of(code, parameters));
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
