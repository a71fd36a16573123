package sfd.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/** Draws curves on logarithmic axes, as SVG. */
public final class Curves {

    private Curves() {
    }

    /** Draws those that grow with the same thing into one picture, with the exponent of each. */
    public static void draw(Path file, String title, List<Curve> curves) {
        draw(file, title, "", curves, curve -> "%s (exponent %s)".formatted(curve.name(), Numbers.ratio(curve.exponent())));
    }

    /** The same where they are no powers. */
    public static void plain(Path file, String title, String y, List<Curve> curves) {
        draw(file, title, y, curves, Curve::name);
    }

    private static void draw(Path file, String title, String y, List<Curve> curves, Function<Curve, String> named) {
        XYChart chart = new XYChartBuilder().width(900).height(500).title(title)
                .xAxisTitle(curves.getFirst().of()).yAxisTitle(y).build();
        chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
        for (Curve curve : curves) {
            chart.addSeries(named.apply(curve),
                    curve.points().stream().mapToDouble(Curve.Point::x).toArray(),
                    curve.points().stream().mapToDouble(Curve.Point::y).toArray());
        }
        try {
            Files.createDirectories(file.getParent());
            VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString().replaceFirst("\\.svg$", ""),
                    VectorGraphicsFormat.SVG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
