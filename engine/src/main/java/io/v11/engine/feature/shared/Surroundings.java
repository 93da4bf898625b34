package io.v11.engine.feature.shared;

import java.util.List;

import io.v11.config.ExternalSeries;
import io.v11.config.Instrument;
import io.v11.engine.slot.MarketView;

/**
 * What all instruments of one feature stage have in common. Hears of every event before the instrument's own features do.
 * Confined to the feature thread; allocates nothing after construction.
 */
public final class Surroundings {
    private final CrossMarket markets;
    private final ExternalValues external = new ExternalValues();

    /** @param instruments all that there are, by id */
    public Surroundings(List<Instrument> instruments) {
        markets = new CrossMarket(instruments);
    }

    /** A market event of an instrument; times must not go back. */
    public void onMarket(int instrument, MarketView view, long timeNs) {
        markets.onMarket(instrument, view, timeNs);
    }

    /** A value of a series was published. */
    public void onExternalValue(int seriesId, long periodStartNs, double value, long timeNs) {
        if (!ExternalSeries.knows(seriesId) || Math.abs(value) > Double.MAX_VALUE || value != value) {
            throw new IllegalStateException("external value that cannot be: seriesId=" + seriesId + " value=" + value
                    + " known=0.." + (ExternalSeries.count() - 1)
                    + "; the journal was written by a later version, or the import let a hole through");
        }
        external.onValue(seriesId, periodStartNs, value, timeNs);
    }

    public CrossMarket markets() {
        return markets;
    }

    public ExternalValues external() {
        return external;
    }

    public void reset() {
        markets.reset();
        external.reset();
    }

    public long stateHash(long start) {
        return external.stateHash(markets.stateHash(start));
    }
}
