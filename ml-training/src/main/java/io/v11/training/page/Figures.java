package io.v11.training.page;

import java.util.Locale;

import io.v11.training.metrics.Interval;

/** How numbers are written: the same on every machine, and no longer than they are sure. */
public final class Figures {
    private Figures() {
    }

    /** Thousandths of a nat, the unit in which information about next moves is of a readable size. */
    public static String millinats(double nats) {
        return fixed(1000.0 * nats, 2);
    }

    public static String signedMillinats(double nats) {
        return String.format(Locale.ROOT, "%+.2f", 1000.0 * nats);
    }

    public static String range(Interval interval) {
        return Double.isNaN(interval.low())
                ? "[too few moves]"
                : "[" + signedMillinats(interval.low()) + " " + signedMillinats(interval.high()) + "]";
    }

    public static String percent(double share) {
        return fixed(100.0 * share, 1) + " %";
    }

    public static String fixed(double value, int decimals) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** Of a position in a drawing. */
    public static String point(double value) {
        double rounded = Math.rint(value * 10.0) / 10.0;
        long whole = (long) rounded;
        return rounded == whole ? String.valueOf(whole) : String.valueOf(rounded);
    }

    /** Text inside HTML and SVG. */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
