package io.v11.training.backtest.page.plot;

import java.util.List;

import io.v11.training.page.Figures;
import io.v11.training.page.Svg;

/**
 * Lines over one axis of time, with a legend on top. Of the values that fall onto one column of pixels the first, the least, the
 * greatest and the last are drawn.
 */
public final class LinePlot {
    private static final int LEFT = 62;
    private static final int RIGHT_MARGIN = 16;
    private static final int TOP = 28;
    private static final int BOTTOM_MARGIN = 24;
    private static final int LETTER = 7;
    private static final double ROOM = 0.04;

    private final int width;
    private final int height;
    private final String title;
    private final List<Line> lines;
    private final String unit;
    private boolean logarithmic;
    private boolean filled;
    private double limit = Double.NaN;
    private String limitName = "";
    private boolean fromZero;

    /** @param unit behind the title of the vertical axis, as "%" */
    public LinePlot(int width, int height, String title, String unit, List<Line> lines) {
        this.width = width;
        this.height = height;
        this.title = title;
        this.unit = unit;
        this.lines = List.copyOf(lines);
    }

    /** Equal factors are equally far apart; values must be above zero. */
    public LinePlot logarithmic() {
        logarithmic = true;
        return this;
    }

    /** The first line is filled down to zero. */
    public LinePlot filled() {
        filled = true;
        return this;
    }

    /** Zero is in the picture. */
    public LinePlot withZero() {
        fromZero = true;
        return this;
    }

    /** A level to be told from the lines. */
    public LinePlot limit(double level, String name) {
        limit = level;
        limitName = name;
        return this;
    }

    /** The drawing, or an empty text when there is nothing to draw. */
    public String draw() {
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        double low = fromZero || !Double.isNaN(limit)
                ? Math.min(0.0, Double.isNaN(limit) ? 0.0 : limit)
                : Double.MAX_VALUE;
        double high = fromZero || !Double.isNaN(limit)
                ? Math.max(0.0, Double.isNaN(limit) ? 0.0 : limit)
                : -Double.MAX_VALUE;
        for (Line line : lines) {
            for (int i = 0; i < line.values().length; i++) {
                double value = line.values()[i];
                if (!Double.isNaN(value)) {
                    from = Math.min(from, line.timesNs()[i]);
                    to = Math.max(to, line.timesNs()[i]);
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        return from > to ? "" : draw(from, to, low, high);
    }

    private String draw(long from, long to, double low, double high) {
        Svg svg = new Svg(width, height, title);
        int bottom = height - BOTTOM_MARGIN;
        TimeAxis time = new TimeAxis(from, to, LEFT, width - RIGHT_MARGIN);
        ValueScale scale = scale(low, high, bottom);
        time.draw(svg, TOP, bottom);
        scale.draw(svg, LEFT, width - RIGHT_MARGIN);
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (i == 0 && filled) {
                area(svg, lines.getFirst(), time, scale);
            }
            svg.path(lines.get(i).style(), path(lines.get(i), time, scale));
        }
        if (!Double.isNaN(limit)) {
            svg.line("limit", LEFT, scale.at(limit), width - RIGHT_MARGIN, scale.at(limit));
        }
        legend(svg);
        return svg.toString();
    }

    private ValueScale scale(double low, double high, int bottom) {
        if (logarithmic) {
            return ValueScale.logarithmic(low / 1.02, high * 1.02, bottom, TOP);
        }
        double room = Math.max(high - low, 1e-9) * ROOM;
        return ValueScale.linear(low == 0.0 ? 0.0 : low - room, high == 0.0 ? 0.0 : high + room, bottom, TOP);
    }

    private void area(Svg svg, Line line, TimeAxis time, ValueScale scale) {
        int first = 0;
        while (first < line.values().length && Double.isNaN(line.values()[first])) {
            first++;
        }
        CharSequence path = path(line, time, scale);
        if (!path.isEmpty()) {
            double zero = scale.at(0.0);
            svg.path("area", path + "L" + Figures.point(time.at(line.timesNs()[line.timesNs().length - 1])) + ' '
                    + Figures.point(zero) + "L" + Figures.point(time.at(line.timesNs()[first])) + ' '
                    + Figures.point(zero) + "Z");
        }
    }

    private static CharSequence path(Line line, TimeAxis time, ValueScale scale) {
        PixelPath path = new PixelPath();
        for (int i = 0; i < line.values().length; i++) {
            if (Double.isNaN(line.values()[i])) {
                path.lift();
            } else {
                path.to(time.at(line.timesNs()[i]), scale.at(line.values()[i]));
            }
        }
        return path.end();
    }

    private void legend(Svg svg) {
        double x = LEFT;
        if (!unit.isEmpty()) {
            svg.text("tick end", LEFT - 6, 14, unit);
        }
        for (Line line : lines) {
            if (!line.name().isEmpty()) {
                svg.line(line.style(), x, 10, x + 18, 10);
                svg.text("tick", x + 23, 14, line.name());
                x += 40 + LETTER * line.name().length();
            }
        }
        if (!Double.isNaN(limit)) {
            svg.line("limit", x, 10, x + 18, 10);
            svg.text("tick", x + 23, 14, limitName);
        }
    }
}
