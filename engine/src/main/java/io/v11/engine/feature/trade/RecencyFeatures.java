package io.v11.engine.feature.trade;

import java.util.List;

import io.v11.engine.feature.group.Category;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;
import io.v11.ml.FeatureVector;

/** How long ago things last happened, on a logarithmic scale. What happens in this very event counts as 0 s ago. */
public final class RecencyFeatures implements FeatureGroup {
    private static final long NEVER = Long.MIN_VALUE;
    private static final List<Feature> FEATURES = List.of(
            new Feature("since_trade", "ln(1+s)", "ln(1 + seconds since the last trade)", "a trade"),
            new Feature("since_top_change", "ln(1+s)",
                    "ln(1 + seconds between the last change of the top and the one before)", "2 tops"),
            new Feature("since_mid_move", "ln(1+s)", "ln(1 + seconds since the mid last moved)", "a move"),
            new Feature("since_book_update", "ln(1+s)", "ln(1 + seconds since the book's levels last changed)",
                    "a book"));

    private long tradeNs = NEVER;
    private long topNs = NEVER;
    private long topBeforeNs = NEVER;
    private long midNs = NEVER;
    private long bookNs = NEVER;

    @Override
    public String name() {
        return "recency";
    }

    @Override
    public Category category() {
        return Category.MICROSTRUCTURE;
    }

    @Override
    public String inputs() {
        return "best bid and ask, trades, book levels";
    }

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        if (market.trade) {
            tradeNs = moment.timeNs;
        }
        if (moment.topChanged) {
            topBeforeNs = topNs;
            topNs = moment.timeNs;
        }
        if (moment.midChanged) {
            midNs = moment.timeNs;
        }
        if (market.levelsChanged) {
            bookNs = moment.timeNs;
        }
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        set(vector, first, tradeNs, moment.timeNs);
        // Decisions are changes of the top by default: time since the present one would always be 0.
        set(vector, first + 1, topBeforeNs, topNs);
        set(vector, first + 2, midNs, moment.timeNs);
        set(vector, first + 3, bookNs, moment.timeNs);
    }

    private static void set(FeatureVector vector, int index, long thenNs, long nowNs) {
        if (thenNs == NEVER) {
            vector.invalidate(index);
        } else {
            vector.set(index, StrictMath.log1p((nowNs - thenNs) / 1e9));
        }
    }

    @Override
    public void reset() {
        tradeNs = NEVER;
        topNs = NEVER;
        topBeforeNs = NEVER;
        midNs = NEVER;
        bookNs = NEVER;
    }

    @Override
    public long stateHash(long start) {
        long hash = StateHash.add(start, tradeNs);
        hash = StateHash.add(hash, topNs);
        hash = StateHash.add(hash, topBeforeNs);
        hash = StateHash.add(hash, midNs);
        return StateHash.add(hash, bookNs);
    }
}
