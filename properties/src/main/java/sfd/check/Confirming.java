package sfd.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import sfd.traces.tlc.Checker;
import sfd.traces.tlc.Model;

/** The other process: runs TLC's own checker on one model after the other, as they come by standard input. */
final class Confirming {

    static final String SEPARATOR = "\t";

    private Confirming() {
    }

    /** Each line in is name, module and configuration; each line out is an {@link Answer}. */
    public static void main(String[] arguments) throws IOException {
        var json = new ObjectMapper();
        var models = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = models.readLine(); line != null; line = models.readLine()) {
            String[] model = line.split(SEPARATOR);
            System.out.println(json.writeValueAsString(check(new Model(model[0], Path.of(model[1]), Path.of(model[2])))));
        }
    }

    private static Answer check(Model model) {
        long start = System.nanoTime();
        try {
            return Answer.of(model.name(), Checker.check(model), seconds(start));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return Answer.failed(model.name(), "TLC's own checker: " + e, seconds(start));
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
