package sfd.bench;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * How a cost grows.
 *
 * @param name of the cost
 * @param of what it grows with
 * @param points in the order of {@code x}
 */
public record Curve(String name, String of, List<Point> points) {

    /** @param y in the unit that the curve's name tells */
    public record Point(double x, double y) {
    }

    public Curve {
        points = List.copyOf(points);
    }

    /** The exponent that fits best where y grows as a power of x: the slope of the straight line through the logarithms. */
    @JsonIgnore
    public double exponent() {
        List<Point> some = points.stream().filter(point -> point.x() > 0 && point.y() > 0).toList();
        double meanX = some.stream().mapToDouble(point -> Math.log(point.x())).average().orElse(0);
        double meanY = some.stream().mapToDouble(point -> Math.log(point.y())).average().orElse(0);
        double covariance = some.stream()
                .mapToDouble(point -> (Math.log(point.x()) - meanX) * (Math.log(point.y()) - meanY)).sum();
        double variance = some.stream().mapToDouble(point -> Math.pow(Math.log(point.x()) - meanX, 2)).sum();
        return variance == 0 ? Double.NaN : covariance / variance;
    }

    /** One line for people. */
    public String line() {
        return "%s against %s: exponent %s; %s".formatted(name, of, Numbers.ratio(exponent()), points.stream()
                .map(point -> Numbers.whole(point.x()) + ": " + Numbers.ratio(point.y()))
                .reduce((one, other) -> one + ", " + other).orElse(""));
    }
}
