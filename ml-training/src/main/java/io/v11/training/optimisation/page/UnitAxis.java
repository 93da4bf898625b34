package io.v11.training.optimisation.page;

import java.util.Locale;

import io.v11.training.optimisation.space.Parameter;
import io.v11.training.page.Svg;

/**
 * A parameter along a side of a drawing, on the scale on which samplers see it: ratios of a logarithmic one have
 * equal lengths.
 *
 * @param from position of the least value
 * @param to   position of the greatest
 */
record UnitAxis(Parameter parameter, double from, double to) {
    private static final int TICKS = 4;

    double at(double unit) {
        return from + unit * (to - from);
    }

    void drawUnder(Svg svg, double top, double bottom) {
        for (int i = 0; i < ticks(); i++) {
            svg.line("grid", at(unit(i)), top, at(unit(i)), bottom);
            svg.text("tick mid", at(unit(i)), bottom + 14, label(i));
        }
        svg.text("mid", 0.5 * (from + to), bottom + 30, parameter.path());
    }

    void drawLeft(Svg svg, double left) {
        for (int i = 0; i < ticks(); i++) {
            svg.text("tick end", left - 6, at(unit(i)) + 4, label(i));
        }
    }

    private boolean everyValue() {
        return parameter.levels() > 0 && parameter.levels() <= 8;
    }

    private int ticks() {
        return everyValue() ? parameter.levels() : TICKS + 1;
    }

    private double unit(int tick) {
        return everyValue() ? parameter.unit(parameter.low() + tick) : (double) tick / TICKS;
    }

    private String label(int tick) {
        return shortly(parameter, parameter.value(unit(tick)));
    }

    static String shortly(Parameter parameter, double value) {
        return parameter.levels() > 0 ? parameter.text(value) : shortly(value);
    }

    /** Three digits that count. */
    static String shortly(double value) {
        if (value == 0.0 || !Double.isFinite(value)) {
            return value == 0.0 ? "0" : "-";
        }
        double size = Math.abs(value);
        if (size >= 1e5 || size < 1e-4) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        int decimals = Math.clamp((long) (2.0 - Math.floor(StrictMath.log10(size))), 0, 6);
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return decimals > 0 ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
