package sfd.cost;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import sfd.bench.Curve;
import sfd.bench.Curves;
import sfd.check.About;
import sfd.check.Answer;
import sfd.check.BadInput;
import sfd.check.Layout;
import sfd.lockstep.Lockstep;
import sfd.lockstep.Replay;
import sfd.lockstep.RoleFunctions;
import sfd.token.BouncyDigest;
import sfd.token.JdkDigest;
import sfd.traces.tlc.Checker;
import sfd.traces.tlc.Model;
import sfd.traces.tlc.Progress;
import sfd.traces.tlc.Walk;
import sfd.traces.tlc.Walked;

/**
 * How the check grows with each constant of a world: one gateway, one IKE SA, an attacker off the path, with two
 * crashes and a lost SA; one of crashes, lost SAs and rollovers as often as the constant says. The walk here, TLC alone on the same model, and the replay.
 */
public final class SpecGrowth {

    /** @param value of the constant, from 0 */
    private record Point(int value, int states, long transitions, double walk, double tlc, int replayed, double replay) {
    }

    /** Each constant by its name in the world. */
    private static final List<String> CONSTANTS = List.of("crash", "lose", "roll");
    private static final int MOST = 3;

    private final Path folder;

    private SpecGrowth(Path folder) {
        this.folder = folder;
    }

    /** Measures, prints a line for each curve and leaves pictures in {@code target/bench}. */
    public static void print(Layout layout, PrintStream out) {
        Path folder = layout.root().resolve("target").resolve("bench").resolve("spec");
        copy(layout.spec(), folder);
        var growth = new SpecGrowth(folder);
        growth.point(CONSTANTS.getFirst(), MOST); // So that no curve begins with a JVM that is cold.
        List<Curve.Point> replays = new ArrayList<>();
        List<Curve> states = new ArrayList<>();
        for (String constant : CONSTANTS) {
            List<Point> points = new ArrayList<>();
            for (int value = 0; value <= MOST; value++) {
                points.add(growth.point(constant, value));
            }
            states.add(curve("states with " + constant, points, Point::states));
            Curve walk = curve("states a second, this walk, with " + constant, points, point -> point.states() / point.walk());
            Curve tlc = curve("states a second, TLC alone, with " + constant, points, point -> point.states() / point.tlc());
            for (Curve each : List.of(states.getLast(), curve("seconds with " + constant, points, Point::walk), walk, tlc)) {
                out.println(each.line());
            }
            Curves.draw(layout.root().resolve("target/bench/speed-" + constant + ".svg"), "States a second", List.of(walk, tlc));
            points.forEach(point -> replays.add(new Curve.Point(point.replayed(), point.replay())));
        }
        Curves.draw(layout.root().resolve("target/bench/states.svg"), "States", states);
        replays.sort(Comparator.comparing(Curve.Point::x));
        var replay = new Curve("seconds of replay", "transitions", replays);
        out.println(replay.line());
        Curves.draw(layout.root().resolve("target/bench/replay.svg"), "Replay", List.of(replay));
    }

    /** A curve over 1 + value: a constant may be zero. */
    private static Curve curve(String name, List<Point> points, ToDoubleFunction<Point> y) {
        return new Curve(name, "1 + the constant",
                points.stream().map(point -> new Curve.Point(1 + point.value(), y.applyAsDouble(point))).toList());
    }

    private Point point(String constant, int value) {
        String name = "Grown" + constant + value;
        Path models = folder.resolve("models");
        Model model = new Model(name, models.resolve(name + ".tla"), models.resolve(name + ".cfg"));
        try {
            Files.writeString(model.module(), """
                    ---- MODULE %s ----
                    EXTENDS Worlds
                    GrownWorld == [OneSa(OffPath) EXCEPT !.faults.%s = %d]
                    ====
                    """.formatted(name, constant, value));
            Files.writeString(model.config(), """
                    SPECIFICATION Spec
                    VIEW View
                    CONSTANTS
                      Off = {}
                      World <- GrownWorld
                    INVARIANTS TypeOK LiveTokenSecretInv
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long start = System.nanoTime();
        Walked walked;
        About about;
        try (Walk walk = Walk.open(model)) {
            about = About.of(walk);
            walked = walk.run(Progress.NONE);
        }
        double walkSeconds = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        Answer answer = Answer.of(Checker.checkAlone(model), 0);
        double tlcSeconds = (System.nanoTime() - start) / 1e9;
        if (!answer.holds() || answer.distinct() != walked.graph().stateCount()) {
            throw new BadInput(name + ": TLC and the walk do not agree: " + answer);
        }
        Replay replay = new Lockstep(walked.graph(), about.roles(), about.policies(), RoleFunctions.reference(new JdkDigest()),
                new BouncyDigest()).replay(Replay.Kind.SYSTEM, 0);
        return new Point(value, walked.graph().stateCount(), walked.generated(), walkSeconds, tlcSeconds,
                (int) replay.cold().replays(), replay.cold().nanos() / 1e9);
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".tla")).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.deleteIfExists(target);
                Files.copy(file, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
