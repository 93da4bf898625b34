package io.v11.engine.feature.price;

import java.util.ArrayList;
import java.util.List;

import io.v11.engine.feature.group.Category;
import io.v11.engine.feature.group.DecayedSums;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.group.Heading;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.feature.group.Output;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.feature.group.SignRun;
import io.v11.engine.feature.group.Window;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;
import io.v11.ml.FeatureVector;

/**
 * The moves of the mid as a series of signs: the last one, runs, balance, and how often a move reverses the one before
 * (bid-ask bounce makes reversals likelier than continuations; Roll 1984).
 */
public final class MidMoveFeatures implements FeatureGroup {
    private static final Window[] BALANCES = {Window.SEC_1, Window.SEC_10, Window.SEC_60};
    private static final int NET = 0;
    private static final int COUNT = 1;
    private static final int CONTINUED = 2;
    private static final List<Feature> FEATURES = describe();
    private static final Heading HEADING = new Heading("mid moves", Category.MICROSTRUCTURE, "best bid and ask",
            FEATURES);

    private final DecayedSums moves = new DecayedSums(3, Window.SEC_1, Window.SEC_300);
    private final SignRun run = new SignRun();
    private double lastMoveBps;

    private static List<Feature> describe() {
        List<Feature> all = new ArrayList<>();
        Settling horizon = Settling.after(Moment.HORIZON_NS);
        all.add(new Feature("last_move_sign", "sign", "s = sign of the last move of the mid, within 600 s",
                "a move").settles(horizon));
        all.add(new Feature("last_move_bps", "bps", "the last move of the mid, within 600 s", "a move")
                .settles(horizon));
        all.add(new Feature("move_run", "moves",
                "s times the number of moves in a row that way, at most 50, within 600 s",
                "a move").settles(horizon));
        for (Window window : BALANCES) {
            all.add(new Feature("move_balance_" + window.label(), "ratio", "S(s) / S(1) over moves",
                    window.label() + ", a move").settles(Settling.fadingRatio(window)));
        }
        all.add(new Feature("move_continuation_60s", "ratio", "S(s s') / S(1) over moves, s' the move before",
                "60s, a move").from("Roll 1984").settles(Settling.fadingRatio(Window.SEC_60)));
        all.add(new Feature("move_rate_10s", "1/s", "moves per second, over 10s", "10s")
                .settles(Settling.fading(Window.SEC_10)));
        all.add(new Feature("move_rate_10s_vs_300s", "ratio", "(f - s) / (f + s) of the rates over 10s and 300s",
                "300s, a move").settles(Settling.fadingRatio(Window.SEC_300)));
        return List.copyOf(all);
    }

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        moves.onTime(moment);
        run.onTime(moment.timeNs);
        if (!moment.midChanged) {
            return;
        }
        int sign = moment.mid > moment.midBefore ? 1 : -1;
        moves.settle();
        moves.add(NET, sign);
        moves.add(COUNT, 1.0);
        moves.add(CONTINUED, sign * run.sign());
        run.add(moment.timeNs, sign);
        lastMoveBps = (moment.mid - moment.midBefore) / moment.midBefore * Output.BPS;
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        boolean moved = run.sign() != 0;
        boolean recent = moment.recent(moment.moveNs);
        int at = first;
        Output.set(vector, at++, moved, recent, run.sign());
        Output.set(vector, at++, moved, recent, lastMoveBps);
        Output.set(vector, at++, moved, recent, run.signed());
        for (int i = 0; i < BALANCES.length; i++) {
            Output.set(vector, at++, moved && moment.warm(BALANCES[i]), moment.recent(moment.moveNs, BALANCES[i]),
                    moves.ratio(NET, COUNT, BALANCES[i]));
        }
        Output.set(vector, at++, moved && moment.warm(Window.SEC_60), moment.recent(moment.moveNs, Window.SEC_60),
                moves.ratio(CONTINUED, COUNT, Window.SEC_60));
        double fast = moves.sum(COUNT, Window.SEC_10) / Window.SEC_10.seconds();
        double slow = moves.sum(COUNT, Window.SEC_300) / Window.SEC_300.seconds();
        Output.set(vector, at++, moment.warm(Window.SEC_10), fast);
        Output.set(vector, at, moved && moment.warm(Window.SEC_300), moment.recent(moment.moveNs, Window.SEC_300),
                Output.contrast(fast, slow));
    }

    @Override
    public void reset() {
        moves.reset();
        run.reset();
        lastMoveBps = 0.0;
    }

    @Override
    public long stateHash(long start) {
        return StateHash.add(run.stateHash(moves.stateHash(start)), lastMoveBps);
    }
}
