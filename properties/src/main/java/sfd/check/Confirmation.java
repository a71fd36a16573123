package sfd.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import sfd.traces.tlc.Checked;
import sfd.traces.tlc.Checker;
import sfd.traces.tlc.Model;

/** TLC's own checker on the other core, beside the walks: it is given all models at once, and takes one after the other. */
final class Confirmation implements AutoCloseable {

    private final ThreadPoolExecutor checkers = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), Thread.ofPlatform().daemon().name("confirmation").factory());
    private final Checker checker = new Checker();
    private final Map<String, CompletableFuture<Answer>> answers = new LinkedHashMap<>();

    private Confirmation(List<Entry> entries, Layout layout) {
        entries.forEach(it -> answers.put(it.name(),
                CompletableFuture.supplyAsync(() -> check(it.model(layout)), checkers)));
    }

    static Confirmation start(List<Entry> entries, Layout layout) {
        return new Confirmation(entries, layout);
    }

    private Answer check(Model model) {
        long start = System.nanoTime();
        Checked checked = checker.check(model);
        return Answer.of(checked, (System.nanoTime() - start) / 1e9);
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
        checker.close();
    }
}
