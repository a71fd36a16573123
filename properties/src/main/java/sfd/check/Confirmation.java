package sfd.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import sfd.traces.tlc.Model;

/**
 * TLC's own checker on the other core: a second process, for TLC keeps static state and the walk needs it too. It is
 * given all models at once and answers in their order.
 */
final class Confirmation implements AutoCloseable {

    /** The largest quick model needs less than half of it. */
    private static final String HEAP = "-Xmx448m";

    private final Map<String, CompletableFuture<Answer>> answers = new LinkedHashMap<>();
    private final Process process;
    private final Path scratch;

    private Confirmation(Process process, Path scratch, List<Model> models) {
        this.process = process;
        this.scratch = scratch;
        models.forEach(model -> answers.put(model.name(), new CompletableFuture<>()));
    }

    static Confirmation start(List<Model> models) {
        try {
            Path scratch = Files.createTempDirectory("check");
            // TLC unpacks its standard modules into the temporary folder: two processes need two.
            Process process = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP, "-XX:+UseSerialGC",
                    "-Djava.io.tmpdir=" + scratch,
                    "-cp", System.getProperty("java.class.path"), Confirming.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var confirmation = new Confirmation(process, scratch, models);
            Thread.ofPlatform().daemon().name("confirmation").start(confirmation::read);
            try (Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
                for (Model model : models) {
                    in.write(String.join(Confirming.SEPARATOR, model.name(), model.module().toString(),
                            model.config().toString()) + "\n");
                }
            }
            return confirmation;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        var json = new ObjectMapper();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                Answer answer = json.readValue(line, Answer.class);
                answers.get(answer.model()).complete(answer);
            }
        } catch (IOException e) {
            process.destroy();
        }
        answers.forEach((model, answer) -> answer.complete(
                Answer.failed(model, "the process of TLC's own checker ended before it came to this model", 0)));
    }

    /** Waits for what TLC's own checker says of the model. */
    Answer of(String model) {
        return answers.get(model).join();
    }

    boolean isReady(String model) {
        return answers.get(model).isDone();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
            Scratch.remove(scratch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
