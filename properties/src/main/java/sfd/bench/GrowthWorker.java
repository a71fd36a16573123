package sfd.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jol.info.GraphLayout;
import sfd.ike.IkeSpis;
import sfd.sa.IkeSa;

/** A fresh JVM: how lookups, changes, answers and memory grow with the number of IKE SAs. Prints the curves as JSON. */
final class GrowthWorker {

    private static final int FEWEST = 100;
    private static final int[] SIZES = {FEWEST, 1_000, 10_000, 100_000, 1_000_000};
    private static final Plan PLAN = new Plan(1, 300, 15, 8);

    private GrowthWorker() {
    }

    public static void main(String[] arguments) throws IOException {
        System.setProperty("jol.magicFieldOffset", "true");
        List<Curve.Point> lookups = new ArrayList<>();
        List<Curve.Point> changes = new ArrayList<>();
        List<Curve.Point> answers = new ArrayList<>();
        List<Curve.Point> memory = new ArrayList<>();
        // A cost in times of what it is with the fewest SAs, both in the same slices of time.
        List<IkeSpis> few = Sas.pairs(FEWEST, 1);
        for (int size : SIZES) {
            List<IkeSpis> pairs = Sas.pairs(size, 1);
            lookups.add(point(size, TableBodies.finds(pairs), TableBodies.finds(few)));
            changes.add(point(size, TableBodies.changes(Sas.table(pairs)), TableBodies.changes(Sas.table(few))));
            answers.add(point(size, RoleBodies.answers(pairs), RoleBodies.answers(few)));
            memory.add(new Curve.Point(size, octets(pairs)));
        }
        System.out.println(new ObjectMapper().writeValueAsString(List.of(
                new Curve("a lookup, in lookups among 100", "IKE SAs", lookups),
                new Curve("an insert and a removal, in those among 100", "IKE SAs", changes),
                new Curve("a whole answer, in answers with 100", "IKE SAs", answers),
                new Curve("octets of the table beyond keys and values", "IKE SAs", memory))));
    }

    private static Curve.Point point(int size, Body body, Body fewest) {
        return new Curve.Point(size, Statistics.median(Contest.of(new Pair(body, fewest), PLAN).ratios()));
    }

    private static double octets(List<IkeSpis> pairs) {
        List<IkeSa> sas = pairs.stream().map(Sas::halfOpen).toList();
        long entries = GraphLayout.parseInstance((Object) sas.toArray()).totalSize();
        return GraphLayout.parseInstance(Sas.tableOf(sas), sas.toArray()).totalSize() - entries;
    }
}
