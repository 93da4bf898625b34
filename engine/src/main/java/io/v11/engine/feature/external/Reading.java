package io.v11.engine.feature.external;

import io.v11.config.ExternalSeries;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.feature.shared.ExternalValues;

/**
 * One way to read one series. Immutable; allocates nothing after construction.
 *
 * @param name   of the feature
 * @param unit   of the feature
 * @param series whose values are read
 * @param kind   what is made of them
 * @param back   how many publications a change goes back; 0 for a level
 * @param scale  from the series' unit to the feature's
 */
record Reading(String name, String unit, ExternalSeries series, Kind kind, int back, double scale) {
    /** What is made of the newest value x and the one {@code back} publications before, y. */
    enum Kind {
        /** x. */
        LEVEL,
        /** x - y. */
        DIFFERENCE,
        /** x / y - 1; not defined for a y that is not above 0, as the price of oil was once. */
        CHANGE
    }

    Reading {
        if (back < 0 || back >= ExternalValues.SIZE) {
            throw new IllegalArgumentException(
                    name + " reaches back " + back + " publications; kept are " + ExternalValues.SIZE);
        }
    }

    static Reading level(String name, String unit, ExternalSeries series, double scale) {
        return new Reading(name, unit, series, Kind.LEVEL, 0, scale);
    }

    static Reading difference(String name, String unit, ExternalSeries series, int back, double scale) {
        return new Reading(name, unit, series, Kind.DIFFERENCE, back, scale);
    }

    static Reading change(String name, String unit, ExternalSeries series, int back, double scale) {
        return new Reading(name, unit, series, Kind.CHANGE, back, scale);
    }

    Feature feature() {
        String newest = "last published " + series + ", " + series.unit();
        String before = " " + back + (back == 1 ? " publication" : " publications") + " before";
        String formula = switch (kind) {
            case LEVEL -> newest;
            case DIFFERENCE -> newest + " less that" + before;
            case CHANGE -> newest + " / that" + before + " - 1";
        };
        long slowest = series.staleAfterNs() * (back + 1);
        String scaled = scale == 1.0 || kind == Kind.CHANGE ? formula : "(" + formula + ") x " + scale;
        return new Feature(name, unit, scaled, back == 0 ? "a publication" : back + 1 + " publications",
                series.fileName(), Settling.after(slowest));
    }

    /** NaN where it is not defined; all values that it reads must be known. */
    double of(ExternalValues values) {
        double newest = values.value(series, 0);
        return switch (kind) {
            case LEVEL -> newest * scale;
            case DIFFERENCE -> (newest - values.value(series, back)) * scale;
            case CHANGE -> {
                double before = values.value(series, back);
                yield before > 0.0 ? (newest / before - 1.0) * scale : Double.NaN;
            }
        };
    }
}
