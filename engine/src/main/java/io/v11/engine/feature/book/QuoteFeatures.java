package io.v11.engine.feature.book;

import java.util.List;

import io.v11.engine.feature.group.Category;
import io.v11.engine.feature.group.DecayedSums;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.group.Heading;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.feature.group.Output;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.feature.group.Window;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;
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
            new Feature("quote_rate_1s", "1/s", "changes of the top per second, over 1s", "1s")
                    .settles(Settling.fading(Window.SEC_1)),
            new Feature("quote_rate_10s", "1/s", "changes of the top per second, over 10s", "10s")
                    .settles(Settling.fading(Window.SEC_10)),
            new Feature("quote_rate_1s_vs_60s", "ratio", "(f - s) / (f + s) of the rates over 1s and 60s", "60s")
                    .settles(Settling.fadingRatio(Window.SEC_60)),
            new Feature("bid_walk_10s", "ratio", "S(sign of the best bid's moves) / S(1) over 10s",
                    "10s, a move of the bid").settles(Settling.fadingRatio(Window.SEC_10)),
            new Feature("ask_walk_10s", "ratio", "S(sign of the best ask's moves) / S(1) over 10s",
                    "10s, a move of the ask").settles(Settling.fadingRatio(Window.SEC_10)),
            new Feature("bid_touch_share_10s", "ratio",
                    "share of the bid in the sides that changes of the top touched, over 10s", "10s")
                    .settles(Settling.fadingRatio(Window.SEC_10)));
    private static final Heading HEADING = new Heading("quotes", Category.MICROSTRUCTURE, "best bid and ask", FEATURES);

    private final DecayedSums quotes = new DecayedSums(7, Window.SEC_1, Window.SEC_60);
    private long bidMoveNs = Moment.NEVER;
    private long askMoveNs = Moment.NEVER;

    @Override
    public Heading heading() {
        return HEADING;
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
        bidMoveNs = moment.bid != moment.bidBefore ? moment.timeNs : bidMoveNs;
        askMoveNs = moment.ask != moment.askBefore ? moment.timeNs : askMoveNs;
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
        boolean changed = moment.changeNs != Moment.NEVER;
        double fast = quotes.sum(CHANGES, Window.SEC_1) / Window.SEC_1.seconds();
        double slow = quotes.sum(CHANGES, Window.SEC_60) / Window.SEC_60.seconds();
        Output.set(vector, first, moment.warm(Window.SEC_1), fast);
        Output.set(vector, first + 1, warm, quotes.sum(CHANGES, Window.SEC_10) / Window.SEC_10.seconds());
        Output.set(vector, first + 2, changed && moment.warm(Window.SEC_60),
                moment.recent(moment.changeNs, Window.SEC_60), Output.contrast(fast, slow));
        Output.set(vector, first + 3, warm && bidMoveNs != Moment.NEVER, moment.recent(bidMoveNs, Window.SEC_10),
                quotes.ratio(BID_NET, BID_MOVES, Window.SEC_10));
        Output.set(vector, first + 4, warm && askMoveNs != Moment.NEVER, moment.recent(askMoveNs, Window.SEC_10),
                quotes.ratio(ASK_NET, ASK_MOVES, Window.SEC_10));
        Output.set(vector, first + 5, warm && changed, moment.recent(moment.changeNs, Window.SEC_10),
                quotes.ratio(BID_TOUCHES, TOUCHES, Window.SEC_10));
    }

    @Override
    public void reset() {
        quotes.reset();
        bidMoveNs = Moment.NEVER;
        askMoveNs = Moment.NEVER;
    }

    @Override
    public long stateHash(long start) {
        return StateHash.add(StateHash.add(quotes.stateHash(start), bidMoveNs), askMoveNs);
    }
}
