package io.v11.training.backtest.page.plot;

import io.v11.training.page.Figures;

/** A path that keeps, of the points in one column of pixels, the first, the least, the greatest and the last. */
final class PixelPath {
    private final StringBuilder path = new StringBuilder();
    private boolean down;
    private boolean pending;
    private double column;
    private double first;
    private double low;
    private double high;
    private double last;

    void to(double x, double y) {
        double here = Math.rint(x);
        if (pending && here == column) {
            low = Math.min(low, y);
            high = Math.max(high, y);
            last = y;
            return;
        }
        flush();
        pending = true;
        column = here;
        first = y;
        low = y;
        high = y;
        last = y;
    }

    /** The line is broken here. */
    void lift() {
        flush();
        down = false;
    }

    CharSequence end() {
        flush();
        return path;
    }

    private void flush() {
        if (!pending) {
            return;
        }
        pending = false;
        point(first);
        if (low < Math.min(first, last)) {
            point(low);
        }
        if (high > Math.max(first, last)) {
            point(high);
        }
        if (last != first) {
            point(last);
        }
    }

    private void point(double y) {
        path.append(down ? 'L' : 'M').append(Figures.point(column)).append(' ').append(Figures.point(y));
        down = true;
    }
}
