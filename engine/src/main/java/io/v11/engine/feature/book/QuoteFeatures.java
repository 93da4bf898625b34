package io.v11.engine.feature.book;

import java.util.List;

import io.v11.engine.feature.group.Category;
import io.v11.engine.feature.group.DecayedSums;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.feature.group.Output;
import io.v11.engine.feature.group.Window;
import io.v11.engine.slot.MarketView;
import io.v11.ml.FeatureVector;

/** The makers: how busily the top is requoted, and which way each side's price is walking. */
public final class QuoteFeatures implements FeatureGroup {
    private static final int CHANGES = 0;
    private static final int BID_NET = 1;
    private static final int BID_MOVES = 2;
    private static final int ASK_NET = 3;
    private static final int ASK_MOVES = 4;
    private static final int BID_TOUCHES = 5;
    private static final int TOUCHES = 6;
    private static final List<Feature> FEATURES = List.of(
            new Feature("quote_rate_1s", "1/s", "changes of the top per second, over 1s", "1s"),
            new Feature("quote_rate_10s", "1/s", "changes of the top per second, over 10s", "10s"),
            new Feature("quote_rate_1s_vs_60s", "ratio", "(f - s) / (f + s) of the rates over 1s and 60s", "60s"),
            new Feature("bid_walk_10s", "ratio", "S(sign of the best bid's moves) / S(1) over 10s",
                    "10s, a move of the bid"),
            new Feature("ask_walk_10s", "ratio", "S(sign of the best ask's moves) / S(1) over 10s",
                    "10s, a move of the ask"),
            new Feature("bid_touch_share_10s", "ratio",
                    "share of the bid in the sides that changes of the top touched, over 10s", "10s"));

    private final DecayedSums quotes = new DecayedSums(7, Window.SEC_1, Window.SEC_60);

    @Override
    public String name() {
        return "quotes";
    }

    @Override
    public Category category() {
        return Category.MICROSTRUCTURE;
    }

    @Override
    public String inputs() {
        return "best bid and ask";
    }

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        quotes.onTime(moment);
        if (!moment.topChanged || !moment.comparable) {
            return;
        }
        boolean bid = moment.bid != moment.bidBefore || moment.bidQuantity != moment.bidQuantityBefore;
        boolean ask = moment.ask != moment.askBefore || moment.askQuantity != moment.askQuantityBefore;
        quotes.settle();
        quotes.add(CHANGES, 1.0);
        quotes.add(BID_TOUCHES, bid ? 1.0 : 0.0);
        quotes.add(TOUCHES, (bid ? 1.0 : 0.0) + (ask ? 1.0 : 0.0));
        addMove(BID_NET, BID_MOVES, moment.bid - moment.bidBefore);
        addMove(ASK_NET, ASK_MOVES, moment.ask - moment.askBefore);
    }

    private void addMove(int net, int count, double move) {
        if (move != 0.0) {
            quotes.add(net, Math.signum(move));
            quotes.add(count, 1.0);
        }
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        boolean warm = moment.warm(Window.SEC_10);
        double fast = quotes.sum(CHANGES, Window.SEC_1) / Window.SEC_1.seconds();
        double slow = quotes.sum(CHANGES, Window.SEC_60) / Window.SEC_60.seconds();
        Output.set(vector, first, moment.warm(Window.SEC_1), fast);
        Output.set(vector, first + 1, warm, quotes.sum(CHANGES, Window.SEC_10) / Window.SEC_10.seconds());
        Output.set(vector, first + 2, moment.warm(Window.SEC_60), Output.contrast(fast, slow));
        Output.set(vector, first + 3, warm, quotes.ratio(BID_NET, BID_MOVES, Window.SEC_10));
        Output.set(vector, first + 4, warm, quotes.ratio(ASK_NET, ASK_MOVES, Window.SEC_10));
        Output.set(vector, first + 5, warm, quotes.ratio(BID_TOUCHES, TOUCHES, Window.SEC_10));
    }

    @Override
    public void reset() {
        quotes.reset();
    }

    @Override
    public long stateHash(long start) {
        return quotes.stateHash(start);
    }
}
