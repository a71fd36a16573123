package sfd.fuzz;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run of one target came to.
 *
 * @param seconds of the process, its start included
 * @param edges of the code that were reached
 * @param features edges, told apart by how often they were passed
 * @param corpus inputs that each reach something of their own
 * @param found an input that breaks a claim
 * @param message which, as far as the fuzzer says
 */
record Tally(Target target, long executions, double seconds, int edges, int features, int corpus, Optional<Path> found,
        String message) {

    static final String HEADER = "%-10s %13s %9s %10s %7s %9s %7s %9s"
            .formatted("target", "executions", "seconds", "per second", "edges", "features", "corpus", "findings");

    @Override
    public String toString() {
        return "%-10s %,13d %9.1f %,10d %,7d %,9d %,7d %9d".formatted(target.label(), executions, seconds,
                Math.round(executions / seconds), edges, features, corpus, found.isPresent() ? 1 : 0);
    }
}
