package io.v11.training.page;

/**
 * A linear scale from values to positions, with round steps.
 *
 * @param low  value at {@code from}
 * @param high value at {@code to}
 * @param from position
 * @param to   position
 */
public record Axis(double low, double high, double from, double to) {
    private static final int STEPS = 5;

    /** Takes in all of the range; one that is empty is widened so that positions exist. */
    public static Axis of(double low, double high, double from, double to) {
        return new Axis(low, high > low ? high : low + 1.0, from, to);
    }

    public double at(double value) {
        return from + (Math.clamp(value, low, high) - low) / (high - low) * (to - from);
    }

    /** 1, 2 or 5 times a power of ten, so that about {@value #STEPS} fit. */
    public double step() {
        double raw = (high - low) / STEPS;
        double power = StrictMath.pow(10.0, Math.floor(StrictMath.log10(raw)));
        double ratio = raw / power;
        return power * (ratio <= 1.0 ? 1.0 : ratio <= 2.0 ? 2.0 : ratio <= 5.0 ? 5.0 : 10.0);
    }

    /** Vertical lines at round values, their labels under {@code bottom}. */
    public void drawVertical(Svg svg, double top, double bottom) {
        double step = step();
        int decimals = (int) Math.max(0.0, -Math.floor(StrictMath.log10(step) + 1e-9));
        for (double k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
            double value = k * step + 0.0;
            svg.line(value == 0.0 ? "zero" : "grid", at(value), top, at(value), bottom);
            svg.text("tick mid", at(value), bottom + 14, Figures.fixed(value, decimals));
        }
    }

    /** Horizontal lines at round values, their labels left of {@code left}. */
    public void drawHorizontal(Svg svg, double left, double right) {
        double step = step();
        int decimals = (int) Math.max(0.0, -Math.floor(StrictMath.log10(step) + 1e-9));
        for (double k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
            double value = k * step + 0.0;
            svg.line(value == 0.0 ? "zero" : "grid", left, at(value), right, at(value));
            svg.text("tick end", left - 6, at(value) + 4, Figures.fixed(value, decimals));
        }
    }
}
