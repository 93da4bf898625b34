package io.v11.training.data.label;

import java.util.Arrays;

import io.v11.config.ConfigurationException;
import io.v11.config.Limits;
import io.v11.training.data.HorizonLabels.Price;

/**
 * Label "direction of the trend that begins here" (López de Prado, Machine Learning for Asset Managers, 5.4): of straight lines
 * through the first {@code fewest} to {@code most} prices at equal steps from the decision on, the sign of the slope with the
 * largest |t|; of equals the shortest. {@link #tValue} says how clear the trend is, for use as a weight.
 *
 * <p>Which line is chosen is known when the longest span is over, so every label ends there, and not, as in the book's listing, where
 * the chosen line does. The size of the move is that of the line. Over bars every one within the span must be there.
 */
public final class TrendScanLabels extends PathLabels {
    private final Price price;
    private final Settings settings;
    private final PriceHistory[] histories = new PriceHistory[Limits.INSTRUMENTS];
    private final RowValues tValues = new RowValues();
    private final Trend trend = new Trend();
    private int withoutTrend;
    private int incomplete;

    /**
     * @param stepNs time between two prices
     * @param fewest prices of the shortest line, the one at the decision included
     * @param most   prices of the longest line
     * @param leastT lines with a smaller |t| have no direction
     */
    public record Settings(long stepNs, int fewest, int most, double leastT) {
        private static final int MOST_PRICES = 10_000;

        public Settings {
            if (fewest < 3 || most < fewest || most > MOST_PRICES) {
                throw new ConfigurationException("lines must go through 3 to " + MOST_PRICES
                        + " prices, the fewest first, and go through " + fewest + " to " + most);
            }
            if (!(leastT >= 0.0 && leastT < Trend.MOST_T)) {
                throw new ConfigurationException("the least |t| must be 0 or more and below 100, is " + leastT);
            }
        }

        /** From the decision to the last price that has a say. */
        public long spanNs() {
            return Math.multiplyExact(stepNs, most - 1L);
        }
    }

    public TrendScanLabels(Price price, Settings settings) {
        super(price, Math.multiplyExact(checkTime("the step of a trend", price, settings.stepNs),
                settings.most - 1L));
        this.price = price;
        this.settings = settings;
    }

    /** Rows whose price did not change, or whose clearest line was not clear enough. */
    public int withoutTrend() {
        return withoutTrend;
    }

    /** t-value of the slope of the chosen line, -100 to 100; says nothing of rows without label. */
    public double tValue(int row) {
        return tValues.value(row);
    }

    @Override
    public String remark() {
        return withoutTrend + " rows have no trend within the span and no label, which is known afterwards only; "
                + (priceUnknown() + incomplete) + " have none because a price was missing.";
    }

    @Override
    void follow(int instrument, OpenRows open, long value, long timeNs, long eventNs) {
        PriceHistory history = of(instrument);
        history.forgetBefore(open.count() > 0 ? open.timeNs(0) : timeNs);
        history.add(timeNs, value);
    }

    @Override
    boolean opens(int row, int instrument, long value, long timeNs) {
        return true;
    }

    @Override
    void onSpanEnd(int instrument, OpenRows open, long value, long eventNs) {
        PriceHistory history = of(instrument);
        double from = open.price(0);
        double clearest = 0.0;
        double bps = 0.0;
        trend.clear();
        for (int i = 0; i < settings.most; i++) {
            long timeNs = open.timeNs(0) + i * settings.stepNs;
            int at = history.at(timeNs);
            if (price == Price.CLOSE && history.timeNs(at) != timeNs) {
                incomplete++;
                return;
            }
            trend.add(i == 0 ? 0.0 : (history.price(at) - from) / from * 10_000.0);
            if (i + 1 >= settings.fewest && Math.abs(trend.tValue()) > Math.abs(clearest)) {
                clearest = trend.tValue();
                bps = trend.slope() * i;
            }
        }
        if (clearest == 0.0 || Math.abs(clearest) < settings.leastT) {
            withoutTrend++;
        } else {
            tValues.put(open.row(0), clearest);
            decide(open, 0, clearest > 0.0, Math.abs(bps), eventNs);
        }
    }

    @Override
    void forget(int instrument) {
        of(instrument).clear();
    }

    @Override
    void begin() {
        Arrays.fill(histories, null);
    }

    private PriceHistory of(int instrument) {
        if (histories[instrument] == null) {
            histories[instrument] = new PriceHistory();
        }
        return histories[instrument];
    }
}
