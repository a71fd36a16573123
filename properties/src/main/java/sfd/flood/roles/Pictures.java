package sfd.flood.roles;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import sfd.bench.Curve;
import sfd.bench.Curves;

/** How long honest peers wait, against the flood's rate: a picture for each kind of flood. */
final class Pictures {

    private Pictures() {
    }

    static void draw(Path folder, List<Flooded> floods) {
        for (Flooded it : floods) {
            Curves.plain(folder.resolve(it.id() + ".svg"), it.words(), "ticks until the answer; at the top: none until she gave up",
                    Stream.of(curves("no draw", it.without()), curves("draw", it.with())).flatMap(List::stream).toList());
        }
    }

    private static List<Curve> curves(String name, Side side) {
        return List.of(curve(name + ", a tenth of the peers", side, Waited::tenth), curve(name + ", half", side, Waited::half),
                curve(name + ", 9 of 10", side, Waited::nineTenths), curve(name + ", 99 of 100", side, Waited::most));
    }

    private static Curve curve(String name, Side side, Function<Waited, Integer> within) {
        return new Curve(name, "datagrams of the flood in a tick", side.waited().stream().map(it -> new Curve.Point(it.perTick(),
                within.apply(it) == null ? Schedule.STRONGSWAN.givesUp() : within.apply(it))).toList());
    }
}
