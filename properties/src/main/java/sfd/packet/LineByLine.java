package sfd.packet;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import sfd.alphabet.BadLineException;
import sfd.alphabet.Remark;

/** Every entry of the input gives one JSON line of output, in order, however many there are. */
final class LineByLine {

    /** Most entries that are answered without asking whether anybody still reads the answers. */
    private static final int UNHEARD = 1024;

    private LineByLine() {
    }

    /** What one entry gives. */
    interface Reply {

        /**
         * Adds the answer to {@code out}.
         *
         * @throws BadLineException if the entry cannot be read; what was added before is dropped
         * @throws SkippedException if it is passed over; the same
         */
        void to(Entry entry, ObjectNode out) throws BadLineException, SkippedException;
    }

    /**
     * Answers all entries, or as many as somebody reads the answers of.
     *
     * @return true if all could be read
     * @throws IOException if the input breaks off
     */
    static boolean answer(Entries entries, PrintStream out, Reply reply) throws IOException {
        var buffered = new BufferedOutputStream(out, 1 << 16);
        JsonGenerator json = TreeJson.to(buffered);
        boolean allRead = true;
        long count = 0;
        for (Entry entry = entries.next(); entry != null; entry = entries.next()) {
            ObjectNode answer = one(entry, reply);
            allRead &= !answer.has("error");
            TreeJson.write(answer, json);
            count++;
            if (entries.mayBlock() || count % UNHEARD == 0) {
                json.flush();
                if (out.checkError()) {
                    return allRead;
                }
            }
        }
        json.flush();
        return allRead;
    }

    private static ObjectNode one(Entry entry, Reply reply) {
        ObjectNode answer = entry.place(JsonNodeFactory.instance.objectNode());
        try {
            if (entry instanceof Entry.Line line) {
                check(line);
            }
            reply.to(entry, answer);
            return answer;
        } catch (SkippedException e) {
            return entry.place(JsonNodeFactory.instance.objectNode()).put("skipped", e.getMessage());
        } catch (BadLineException e) {
            return entry.place(JsonNodeFactory.instance.objectNode()).put("error", e.getMessage());
        }
    }

    private static void check(Entry.Line line) throws BadLineException, SkippedException {
        Optional<String> skipped = Remark.in(line.text());
        // Behind the blanks that were read there may be a datagram.
        if (line.tooLong() && !skipped.equals(Remark.COMMENT)) {
            throw new BadLineException("the line has more than " + Lines.LONGEST + " octets");
        }
        if (skipped.isPresent()) {
            throw new SkippedException(skipped.get());
        }
    }
}
