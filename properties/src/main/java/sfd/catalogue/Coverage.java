package sfd.catalogue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * Where each clause is modelled, enforced and tested, and where the catalogue says why it is not.
 *
 * @param rows one for each clause, in the order of the catalogue
 */
public record Coverage(List<Row> rows) {

    /**
     * The files that cite one clause.
     *
     * @param demanded false for a clause of which no coverage is asked (yet)
     */
    public record Row(Clause clause, boolean demanded, Map<Column, SortedSet<String>> files) {

        /** True if the column cites the clause. */
        public boolean cited(Column column) {
            return !files.get(column).isEmpty();
        }

        /** Neither cited nor excused, though it should be one of them. */
        public boolean gap(Column column) {
            return demanded && !cited(column) && clause.reason(column).isEmpty();
        }

        /** Excused and cited all the same: one of both is wrong. */
        public boolean stale(Column column) {
            return cited(column) && !clause.reason(column).isEmpty();
        }
    }

    /** A reason that the tree contradicts. */
    public record Stale(String id, Column column, SortedSet<String> files) {}

    public static Coverage of(Catalogue catalogue, Citations citations) {
        return new Coverage(catalogue.clauses().stream()
                .map(clause -> new Row(clause, catalogue.demanded(clause), files(clause.id(), citations)))
                .toList());
    }

    private static Map<Column, SortedSet<String>> files(String id, Citations citations) {
        Map<Column, SortedSet<String>> files = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            files.put(column, citations.files(id, column));
        }
        return files;
    }

    /** Ids of the clauses that the column neither cites nor has a reason for. */
    public List<String> gaps(Column column) {
        return rows.stream().filter(row -> row.gap(column)).map(row -> row.clause().id()).toList();
    }

    /** Reasons that the tree contradicts. */
    public List<Stale> stale() {
        return rows.stream()
                .flatMap(row -> Stream.of(Column.values())
                        .filter(row::stale)
                        .map(column -> new Stale(row.clause().id(), column, row.files().get(column))))
                .toList();
    }

    /** For people: how many clauses of each protocol are cited, excused and missing in each column, and which are. */
    public String report() {
        StringBuilder report = new StringBuilder();
        for (Clause.Protocol protocol : Clause.Protocol.values()) {
            List<Row> those = rows.stream().filter(row -> row.clause().protocol() == protocol).toList();
            report.append("%-4s %3d clauses%s%n".formatted(
                    protocol, those.size(), those.stream().anyMatch(Row::demanded) ? "" : ", no coverage demanded"));
            for (Column column : Column.values()) {
                List<String> gaps =
                        those.stream().filter(row -> row.gap(column)).map(row -> row.clause().id()).toList();
                report.append("     %-9s %3d cited, %3d excused, %3d missing%s%n".formatted(
                        column.title(),
                        those.stream().filter(row -> row.cited(column)).count(),
                        those.stream().filter(row -> !row.clause().reason(column).isEmpty()).count(),
                        gaps.size(),
                        gaps.isEmpty() ? "" : ": " + String.join(" ", gaps)));
            }
        }
        return report.toString();
    }
}
