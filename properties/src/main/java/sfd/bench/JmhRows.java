package sfd.bench;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The candidates of the rows under JMH, for who expects it: times of this machine, and octets by its collector. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JmhRows {

    private static final int OPERATIONS = 1_000;

    @Param("token")
    public String row;

    private Body candidate;

    @Setup
    public void make() {
        RulersLibrary.load(Path.of(System.getProperty("project.root")));
        candidate = new Bodies().of(row).candidate();
    }

    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public long candidate() {
        return candidate.run(OPERATIONS);
    }
}
