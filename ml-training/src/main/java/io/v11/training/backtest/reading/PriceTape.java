package io.v11.training.backtest.reading;

import java.util.Arrays;

import io.v11.config.FixedPoint;
import io.v11.journal.event.KlineDecoder;

/**
 * Bars of one instrument for a picture: of the venue's klines where it gives them, else of the mid. Steps grow with the run, so that
 * never more than {@value #BARS} are kept. Confined to one thread.
 */
final class PriceTape {
    /** Most bars kept. */
    static final int BARS = 1_200;

    private final long[] opensNs = new long[BARS];
    private final double[] open = new double[BARS];
    private final double[] high = new double[BARS];
    private final double[] low = new double[BARS];
    private final double[] close = new double[BARS];
    private long stepNs = Steps.least();
    private int bars;
    private boolean klines;

    void onMid(long timeNs, long midTwiceE8) {
        if (!klines) {
            double mid = FixedPoint.toDouble(midTwiceE8) / 2.0;
            add(timeNs, mid, mid, mid, mid);
        }
    }

    void onKline(KlineDecoder bar) {
        klines = true;
        while (stepNs < bar.intervalNs()) {
            coarsen();
        }
        add(bar.openTimeNs(), FixedPoint.toDouble(bar.openE8()), FixedPoint.toDouble(bar.highE8()),
                FixedPoint.toDouble(bar.lowE8()), FixedPoint.toDouble(bar.closeE8()));
    }

    PriceSeries series(int instrument, String name) {
        return new PriceSeries(instrument, name, stepNs, Arrays.copyOf(opensNs, bars), Arrays.copyOf(open, bars),
                Arrays.copyOf(high, bars), Arrays.copyOf(low, bars), Arrays.copyOf(close, bars));
    }

    private void add(long timeNs, double o, double h, double l, double c) {
        if (bars == BARS && Math.floorDiv(timeNs, stepNs) * stepNs > opensNs[bars - 1]) {
            while (bars > BARS / 2) {
                coarsen();
            }
        }
        long openNs = Math.floorDiv(timeNs, stepNs) * stepNs;
        if (bars > 0 && openNs <= opensNs[bars - 1]) {
            merge(bars - 1, h, l, c);
            return;
        }
        set(bars++, openNs, o, h, l, c);
    }

    private void coarsen() {
        stepNs = Steps.after(stepNs);
        int kept = 0;
        for (int from = 0; from < bars; from++) {
            long openNs = Math.floorDiv(opensNs[from], stepNs) * stepNs;
            if (kept > 0 && opensNs[kept - 1] == openNs) {
                merge(kept - 1, high[from], low[from], close[from]);
            } else {
                set(kept++, openNs, open[from], high[from], low[from], close[from]);
            }
        }
        bars = kept;
    }

    private void set(int bar, long openNs, double o, double h, double l, double c) {
        opensNs[bar] = openNs;
        open[bar] = o;
        high[bar] = h;
        low[bar] = l;
        close[bar] = c;
    }

    private void merge(int bar, double h, double l, double c) {
        high[bar] = Math.max(high[bar], h);
        low[bar] = Math.min(low[bar], l);
        close[bar] = c;
    }
}
