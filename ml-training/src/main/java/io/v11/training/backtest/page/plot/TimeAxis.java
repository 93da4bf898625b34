package io.v11.training.backtest.page.plot;

import java.time.format.DateTimeFormatter;

import io.v11.training.backtest.UtcText;
import io.v11.training.page.Axis;
import io.v11.training.page.Svg;

/** Time from left to right, UTC, with a line at each round time. */
final class TimeAxis {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long[] STEPS = {SECOND, 5 * SECOND, 10 * SECOND, 30 * SECOND, MINUTE, 5 * MINUTE, 10 * MINUTE,
        30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 30 * DAY, 61 * DAY,
        91 * DAY, 182 * DAY, 365 * DAY};
    private static final int LABEL_WIDTH = 95;
    private static final DateTimeFormatter CLOCK_SECONDS = UtcText.formatter("HH:mm:ss");
    private static final DateTimeFormatter CLOCK = UtcText.formatter("d MMM HH:mm");
    private static final DateTimeFormatter DATE = UtcText.formatter("d MMM yyyy");

    private final long fromNs;
    private final long toNs;
    private final Axis axis;
    private final double left;
    private final double right;

    TimeAxis(long fromNs, long toNs, double left, double right) {
        this.fromNs = fromNs;
        this.toNs = Math.max(toNs, fromNs + 1);
        this.left = left;
        this.right = right;
        axis = Axis.of(0.0, this.toNs - this.fromNs, left, right);
    }

    double at(long timeNs) {
        return axis.at(timeNs - fromNs);
    }

    boolean holds(long timeNs) {
        return timeNs >= fromNs && timeNs <= toNs;
    }

    void draw(Svg svg, double top, double bottom) {
        long step = step();
        DateTimeFormatter format = step < MINUTE ? CLOCK_SECONDS : step < DAY ? CLOCK : DATE;
        for (long time = Math.ceilDiv(fromNs, step) * step; time <= toNs; time += step) {
            double x = at(time);
            svg.line("grid", x, top, x, bottom);
            if (x - left > LABEL_WIDTH / 3.0 && right - x > LABEL_WIDTH / 3.0) {
                svg.text("tick mid", x, bottom + 15, UtcText.of(time, format));
            }
        }
    }

    private long step() {
        double labels = Math.max(1.0, (right - left) / LABEL_WIDTH);
        for (long step : STEPS) {
            if ((toNs - fromNs) / (double) step <= labels) {
                return step;
            }
        }
        return (long) ((toNs - fromNs) / labels / STEPS[STEPS.length - 1] + 1) * STEPS[STEPS.length - 1];
    }
}
