package sfd.packet;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;

/** Every line of input gives one JSON line of output, in order, however many there are. */
final class LineByLine {

    private static final ObjectMapper JSON = new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    /** Most lines that are answered without asking whether anybody still reads the answers. */
    private static final int LINES_UNHEARD = 1024;

    private LineByLine() {
    }

    /** What one line that is neither blank nor a comment gives. */
    interface Reply {

        /**
         * Adds the answer to {@code out}.
         *
         * @throws BadLineException if the line cannot be read; what was added before is dropped
         */
        void to(String line, ObjectNode out) throws BadLineException;
    }

    /**
     * Answers all lines, or as many as somebody reads the answers of.
     *
     * @return true if all lines could be read
     * @throws IOException if the input breaks off
     */
    static boolean answer(InputStream in, PrintStream out, Reply reply) throws IOException {
        var lines = new Lines(in);
        var buffered = new BufferedOutputStream(out, 1 << 16);
        boolean allRead = true;
        long number = 1;
        for (String line = lines.next(); line != null; line = lines.next()) {
            ObjectNode answer = one(number, line, lines.wasTooLong(), reply);
            allRead &= !answer.has("error");
            write(buffered, answer);
            if (lines.mayBlock() || number % LINES_UNHEARD == 0) {
                buffered.flush();
                if (out.checkError()) {
                    return allRead;
                }
            }
            number++;
        }
        buffered.flush();
        return allRead;
    }

    private static ObjectNode one(long number, String line, boolean tooLong, Reply reply) {
        Optional<String> skipped = DatagramLine.skipped(line);
        if (skipped.isPresent()) {
            return numbered(number).put("skipped", skipped.get());
        }
        ObjectNode answer = numbered(number);
        try {
            if (tooLong) {
                throw new BadLineException("the line has more than " + Lines.LONGEST + " octets");
            }
            reply.to(line, answer);
            return answer;
        } catch (BadLineException e) {
            return numbered(number).put("error", e.getMessage());
        }
    }

    private static ObjectNode numbered(long number) {
        return JSON.createObjectNode().put("line", number);
    }

    private static void write(OutputStream out, ObjectNode answer) throws IOException {
        JSON.writeValue(out, answer);
        out.write('\n');
    }
}
