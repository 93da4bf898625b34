package io.v11.engine.feature.trade;

import java.util.List;

import io.v11.engine.feature.group.Category;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.group.Heading;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.feature.group.Output;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;
import io.v11.ml.FeatureVector;

/**
 * How long ago things last happened, on a logarithmic scale that ends at 600 s, so that the start of a replay is
 * forgotten. What happens in this very event counts as 0 s ago.
 */
public final class RecencyFeatures implements FeatureGroup {
    private static final Settling HORIZON = Settling.after(Moment.HORIZON_NS);
    private static final List<Feature> FEATURES = List.of(
            new Feature("since_trade", "ln(1+s)", "ln(1 + seconds since the last trade), at most 600 s", "a trade")
                    .settles(HORIZON),
            // Of the two changes of the top, the older one may be a horizon before one that is a horizon old.
            new Feature("since_top_change", "ln(1+s)",
                    "ln(1 + seconds between the last change of the top and the one before), at most 600 s", "2 tops")
                    .settles(Settling.after(2 * Moment.HORIZON_NS)),
            new Feature("since_mid_move", "ln(1+s)", "ln(1 + seconds since the mid last moved), at most 600 s",
                    "a move")
                    .settles(HORIZON),
            new Feature("since_book_update", "ln(1+s)",
                    "ln(1 + seconds since the book's levels last changed), at most 600 s", "a book").settles(HORIZON),
            new Feature("bid_age", "ln(1+s)", "ln(1 + seconds since the best bid got its price), at most 600 s", "top")
                    .settles(HORIZON),
            new Feature("ask_age", "ln(1+s)", "ln(1 + seconds since the best ask got its price), at most 600 s", "top")
                    .settles(HORIZON));
    private static final Heading HEADING = new Heading("recency", Category.MICROSTRUCTURE,
            "best bid and ask, trades, book levels", FEATURES);

    private long topNs = Moment.NEVER;
    private long topBeforeNs = Moment.NEVER;
    private long bookNs = Moment.NEVER;
    private long bidNs = Moment.NEVER;
    private long askNs = Moment.NEVER;

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        if (moment.topChanged) {
            topBeforeNs = topNs;
            topNs = moment.timeNs;
            if (!moment.comparable || moment.bid != moment.bidBefore) {
                bidNs = moment.timeNs;
            }
            if (!moment.comparable || moment.ask != moment.askBefore) {
                askNs = moment.timeNs;
            }
        }
        if (market.levelsChanged) {
            bookNs = moment.timeNs;
        }
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        set(vector, first, moment.tradeNs, moment);
        writeSinceTop(vector, first + 1, moment);
        set(vector, first + 2, moment.moveNs, moment);
        set(vector, first + 3, bookNs, moment);
        boolean quoted = bidNs != Moment.NEVER;
        Output.set(vector, first + 4, quoted, moment.top, moment.age(bidNs));
        Output.set(vector, first + 5, quoted, moment.top, moment.age(askNs));
    }

    /** Decisions are changes of the top by default: time since the present one would always be 0. */
    private void writeSinceTop(FeatureVector vector, int index, Moment moment) {
        long sinceNs = topBeforeNs == Moment.NEVER ? Moment.HORIZON_NS : topNs - topBeforeNs;
        boolean known = topBeforeNs != Moment.NEVER
                || topNs != Moment.NEVER && topNs - moment.firstTimeNs >= Moment.HORIZON_NS;
        Output.set(vector, index, known, moment.recent(topNs),
                StrictMath.log1p(Math.min(sinceNs, Moment.HORIZON_NS) / 1e9));
    }

    private static void set(FeatureVector vector, int index, long thenNs, Moment moment) {
        Output.set(vector, index, moment.ageKnown(thenNs), moment.age(thenNs));
    }

    @Override
    public void reset() {
        topNs = Moment.NEVER;
        topBeforeNs = Moment.NEVER;
        bookNs = Moment.NEVER;
        bidNs = Moment.NEVER;
        askNs = Moment.NEVER;
    }

    @Override
    public long stateHash(long start) {
        long hash = StateHash.add(start, topNs);
        hash = StateHash.add(hash, topBeforeNs);
        hash = StateHash.add(hash, bookNs);
        hash = StateHash.add(hash, bidNs);
        return StateHash.add(hash, askNs);
    }
}
