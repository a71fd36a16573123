package sfd.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import sfd.traces.tlc.Checker;
import sfd.traces.tlc.Model;

/** TLC's own checker on the other core, beside the walks: it is given all models at once, and takes one after the other. */
final class Confirmation implements AutoCloseable {

    private final ThreadPoolExecutor checkers = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), Thread.ofPlatform().daemon().name("confirmation").factory());
    private final Map<String, CompletableFuture<Answer>> answers = new LinkedHashMap<>();

    private Confirmation(List<Model> models) {
        models.forEach(model -> answers.put(model.name(), CompletableFuture.supplyAsync(() -> check(model), checkers)));
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

    /** The core that walked is free now: it takes models too. */
    void walksAreOver() {
        checkers.setMaximumPoolSize(2);
        checkers.setCorePoolSize(2);
    }

    boolean isReady(String model) {
        return answers.get(model).isDone();
    }

    /** Ends what is still under way. */
    @Override
    public void close() {
        checkers.shutdownNow();
    }
}
