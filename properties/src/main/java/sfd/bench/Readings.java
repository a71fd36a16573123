package sfd.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the JVMs of a run have said so far; all of them measure the same against itself, some only a few of the rows. */
final class Readings {

    private final List<Row> rows;
    private final Map<String, List<Reading>> byRow = new LinkedHashMap<>();

    Readings(List<Row> rows) {
        this.rows = rows;
        rows.forEach(row -> byRow.put(row.id(), new ArrayList<>()));
    }

    /** @param said by one JVM */
    void add(List<Reading> said) {
        said.forEach(reading -> byRow.get(reading.id()).add(reading));
    }

    int jvms() {
        return byRow.get(Row.SAME).size();
    }

    List<Result> results() {
        Noise noise = Noise.of(byRow.get(Row.SAME));
        return rows.stream().map(row -> Result.of(row, byRow.get(row.id()), noise)).toList();
    }

    /** Rows to be measured again before anything is said about them. */
    List<Row> doubtful() {
        return results().stream().filter(Result::needsMore).map(Result::row).toList();
    }
}
