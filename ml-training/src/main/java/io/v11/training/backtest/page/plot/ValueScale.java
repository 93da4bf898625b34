package io.v11.training.backtest.page.plot;

import io.v11.training.page.Axis;
import io.v11.training.page.Figures;
import io.v11.training.page.Svg;

/** A vertical scale, linear or logarithmic, with lines at round values. */
final class ValueScale {
    private static final double[] ROUND = {1.0, 2.0, 5.0};
    private static final double WIDE = 8.0;
    private static final int CLOSEST = 13;

    private final Axis values;
    private final Axis logarithms;

    private ValueScale(Axis values, Axis logarithms) {
        this.values = values;
        this.logarithms = logarithms;
    }

    static ValueScale linear(double low, double high, double bottom, double top) {
        return new ValueScale(Axis.of(low, high, bottom, top), null);
    }

    /** Both bounds above zero. */
    static ValueScale logarithmic(double low, double high, double bottom, double top) {
        return new ValueScale(Axis.of(low, high, bottom, top),
                Axis.of(StrictMath.log(low), StrictMath.log(high), bottom, top));
    }

    double at(double value) {
        return logarithms == null ? values.at(value) : logarithms.at(StrictMath.log(Math.max(value, values.low())));
    }

    void draw(Svg svg, double left, double right) {
        if (logarithms == null) {
            values.drawHorizontal(svg, left, right);
        } else if (values.high() / values.low() > WIDE) {
            drawDecades(svg, left, right);
        } else {
            drawSteps(svg, left, right);
        }
    }

    private void drawDecades(Svg svg, double left, double right) {
        double decade = StrictMath.pow(10.0, Math.floor(StrictMath.log10(values.low())));
        for (; decade <= values.high(); decade *= 10.0) {
            for (double round : ROUND) {
                line(svg, round * decade, left, right);
            }
        }
    }

    private void drawSteps(Svg svg, double left, double right) {
        double step = values.step();
        double above = Double.MAX_VALUE;
        for (double k = Math.ceil(values.low() / step); k * step <= values.high(); k++) {
            if (above - at(k * step) >= CLOSEST) {
                line(svg, k * step, left, right);
                above = at(k * step);
            }
        }
    }

    private void line(Svg svg, double value, double left, double right) {
        if (value < values.low() || value > values.high()) {
            return;
        }
        int decimals = (int) Math.max(0.0, Math.ceil(-StrictMath.log10(Math.max(values.step(), 1e-9)) - 1e-9));
        svg.line("grid", left, at(value), right, at(value));
        svg.text("tick end", left - 6, at(value) + 4, Figures.fixed(value, value >= 10.0 ? 0 : decimals));
    }
}
