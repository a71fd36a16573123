package sfd.draw;

import java.util.Locale;
import sfd.draw.Chart.Arrow;
import sfd.draw.Chart.Note;

/** Writes a chart as SVG: text stays text, and colours follow what the reader prefers, light or dark. */
public final class Svg {

    private static final int WIDTH = 780;
    private static final int MARGIN = 120;
    private static final int TOP = 96;
    private static final int ROW = 60;

    private static final String STYLE = """
              <style>
                svg { font-family: system-ui, -apple-system, "Segoe UI", "DejaVu Sans", Arial, sans-serif; font-size: 14px; }
                .page { fill: #ffffff; } .line { stroke: #8c959f; stroke-dasharray: 3 4; }
                .box { fill: #eef1f4; stroke: #8c959f; }
                text { fill: #1f2328; text-anchor: middle; } .title { font-size: 17px; font-weight: 600; } .who { font-weight: 600; }
                .halo { stroke: #ffffff; stroke-width: 5px; paint-order: stroke; stroke-linejoin: round; }
                .holds { font-size: 12px; fill: #59636e; } .arrow { stroke: #1f2328; stroke-width: 1.5; fill: none; }
                .head { fill: #1f2328; }
                .forged { stroke: #cf222e; stroke-dasharray: 6 3; } .forgedhead { fill: #cf222e; } .evil { fill: #cf222e; }
                .evilbox { fill: #ffebe9; stroke: #cf222e; } .eye { fill: #ffffff; stroke: #cf222e; stroke-width: 2; }
                @media (prefers-color-scheme: dark) {
                  .page { fill: #0d1117; } .line { stroke: #6e7681; } .box { fill: #21262d; stroke: #6e7681; }
                  text { fill: #e6edf3; } .halo { stroke: #0d1117; } .holds { fill: #9198a1; }
                  .arrow { stroke: #e6edf3; } .head { fill: #e6edf3; } .forged { stroke: #ff7b72; } .forgedhead { fill: #ff7b72; }
                  .evil { fill: #ff7b72; } .evilbox { fill: #3c1618; stroke: #ff7b72; } .eye { fill: #0d1117; stroke: #ff7b72; }
                }
              </style>
            """;

    private final Chart chart;
    private final StringBuilder out = new StringBuilder();

    private Svg(Chart chart) {
        this.chart = chart;
    }

    public static String of(Chart chart) {
        return new Svg(chart).write();
    }

    /** Without its style, for a page that has {@link #style} once. */
    public static String bare(Chart chart) {
        return of(chart).replace(STYLE, "");
    }

    /** What all charts look like: rules of CSS between their marks. */
    public static String style() {
        return STYLE.strip();
    }

    private String write() {
        int bottom = TOP + ROW * chart.rows();
        int height = bottom + 70;
        line("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">",
                WIDTH, height, WIDTH, height);
        line("  <title>%s</title>", escaped(chart.title()));
        line("  <desc>%s</desc>", escaped(chart.ending()));
        out.append(STYLE);
        line("  <rect class=\"page\" width=\"%d\" height=\"%d\"/>", WIDTH, height);
        text("title", WIDTH / 2, 30, chart.title());
        for (int column = 0; column < chart.columns().size(); column++) {
            boolean evil = column == chart.attacker();
            line("  <line class=\"line\" x1=\"%d\" y1=\"74\" x2=\"%d\" y2=\"%d\"/>", x(column), x(column), bottom);
            line("  <rect class=\"%s\" x=\"%d\" y=\"48\" width=\"108\" height=\"28\" rx=\"5\"/>", evil ? "evilbox" : "box",
                    x(column) - 54);
            text(evil ? "who evil" : "who", x(column), 67, chart.columns().get(column));
        }
        // Names of messages are written over lifelines and lines, so they come last.
        chart.marks().forEach(this::draw);
        text("title", WIDTH / 2, bottom + 32, chart.ending());
        if (chart.marks().stream().anyMatch(mark -> mark instanceof Arrow arrow && arrow.forged())) {
            text("holds", WIDTH / 2, bottom + 52, "dashed and red: forged by the attacker");
        }
        return out.append("</svg>\n").toString();
    }

    private void draw(Chart.Mark mark) {
        switch (mark) {
            case Arrow arrow -> arrow(arrow);
            case Note note -> note(note);
        }
    }

    private void arrow(Arrow arrow) {
        int way = Integer.signum(arrow.to() - arrow.from());
        int start = x(arrow.from()) + 2 * way;
        boolean arrives = arrow.arrives() >= 0;
        int end = x(arrow.to()) - way * (arrives ? 3 : 60);
        int y = y(arrow.sent());
        int to = arrives ? y(arrow.arrives()) : y;
        // Level as far as the words go; what comes later sinks behind them.
        int bend = (start + end) / 2;
        double sinks = Math.atan2(to - y, Math.abs(end - bend));
        line("  <polyline class=\"arrow%s\" points=\"%d,%d %d,%d %.1f,%.1f\"/>", arrow.forged() ? " forged" : "", start, y, bend, y,
                end - 8 * way * Math.cos(sinks), to - 8 * Math.sin(sinks));
        line("  <path class=\"%s\" d=\"M0 0 l%d -5 v10 z\" transform=\"translate(%d %d) rotate(%.1f)\"/>",
                arrow.forged() ? "forgedhead" : "head", -10 * way, end, to, Math.toDegrees(sinks) * way);
        boolean crosses = arrow.read() && (chart.attacker() - arrow.from()) * way > 0 && (arrow.to() - chart.attacker()) * way > 0;
        // Where he reads it the line is marked, and the words keep to the part before.
        int label = (start + (crosses ? x(chart.attacker()) : to == y ? end : (bend + end) / 2)) / 2;
        text(arrow.forged() ? "halo evil" : "halo", label, y - 8, arrow.says());
        text("halo holds", label, y + 18, arrow.holds() + (arrives || crosses ? "" : ", still on its way"));
        if (crosses) {
            line("  <circle class=\"eye\" cx=\"%d\" cy=\"%d\" r=\"6\"/>", x(chart.attacker()), y);
            text("halo evil", x(chart.attacker()), y - 12, "reads it");
        }
        if (!arrives && crosses) {
            text("halo holds", end - way * 50, y + 18, "still on its way");
        }
    }

    private void note(Note note) {
        int half = 9 + Math.max(note.text().length() * 4, (x(note.to()) - x(note.from())) / 2 + 20);
        int middle = (x(note.from()) + x(note.to())) / 2;
        int centre = Math.clamp(middle, half + 6, WIDTH - half - 6);
        line("  <rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"30\" rx=\"5\"/>", note.loss() ? "evilbox" : "box",
                centre - half, y(note.row()) - 15, 2 * half);
        text(note.loss() ? "who evil" : "", centre, y(note.row()) + 5, note.text());
    }

    private int x(int column) {
        return chart.columns().size() == 1 ? WIDTH / 2
                : MARGIN + column * (WIDTH - 2 * MARGIN) / (chart.columns().size() - 1);
    }

    private static int y(int row) {
        return TOP + ROW * row + ROW / 2;
    }

    private void text(String style, int x, int y, String text) {
        line("  <text%s x=\"%d\" y=\"%d\">%s</text>", style.isEmpty() ? "" : " class=\"" + style + "\"", x, y, escaped(text));
    }

    private void line(String form, Object... values) {
        out.append(String.format(Locale.ROOT, form, values)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
