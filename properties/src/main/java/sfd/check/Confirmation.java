package sfd.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import sfd.traces.tlc.Checker;
import sfd.traces.tlc.Model;

/** TLC's own checker on the other core, beside the walks: it is given all models at once, and takes one after the other. */
final class Confirmation implements AutoCloseable {

    private final ExecutorService one = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("confirmation").factory());
    private final Map<String, CompletableFuture<Answer>> answers = new LinkedHashMap<>();

    private Confirmation(List<Model> models) {
        models.forEach(model -> answers.put(model.name(), CompletableFuture.supplyAsync(() -> check(model), one)));
    }

    static Confirmation start(List<Model> models) {
        return new Confirmation(models);
    }

    private static Answer check(Model model) {
        long start = System.nanoTime();
        return Answer.of(Checker.check(model), (System.nanoTime() - start) / 1e9);
    }

    /** Waits for what TLC's own checker says of the model. */
    Answer of(String model) {
        return answers.get(model).join();
    }

    boolean isReady(String model) {
        return answers.get(model).isDone();
    }

    /** Ends what is still under way. */
    @Override
    public void close() {
        one.shutdownNow();
    }
}
