package io.v11.engine.feature.trade;

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
import io.v11.ml.FeatureVector;

/**
 * Trades that call forth trades: the intensities of a Hawkes process with two kinds of events, buying and selling
 * takers, and exponential kernels (Hawkes 1971; Bacry, Mastromatteo, Muzy 2015):
 * {@code lb = mu + beta (a Sb + c Ss)}, {@code ls = mu + beta (a Ss + c Sb)}, Sb and Ss the decayed counts over
 * 1 / beta. The parameters are fixed, not fitted: beta = 1 / s, a trade calls forth a = 0.5 trades of its own side and
 * c = 0.2 of the other on average, and mu is what makes the observed rate over 300 s the stationary one:
 * (1 - a - c) / 2 of it.
 */
public final class ExcitationFeatures implements FeatureGroup {
    private static final double OWN_SIDE = 0.5;
    private static final double OTHER_SIDE = 0.2;
    private static final int BUYS = 0;
    private static final int SELLS = 1;
    private static final String SOURCE = "Hawkes 1971; Bacry et al. 2015";
    private static final String WARM = "300s, a trade";
    private static final List<Feature> FEATURES = List.of(
            new Feature("hawkes_intensity", "1/s",
                    "lb + ls; lb = mu + a Sb + c Ss, ls = mu + a Ss + c Sb; Sb, Ss the decayed numbers of buys and sells"
                            + " over 1s, a = 0.5, c = 0.2, mu = 0.15 of the trade rate over 300s",
                    WARM).from(SOURCE).settles(Settling.fading(Window.SEC_300)),
            new Feature("hawkes_imbalance", "ratio", "(lb - ls) / (lb + ls)", WARM).from(SOURCE)
                    .settles(Settling.fadingRatio(Window.SEC_300)),
            new Feature("hawkes_excited_share", "ratio", "1 - 2 mu / (lb + ls): part that earlier trades called forth",
                    WARM).from(SOURCE).settles(Settling.fadingRatio(Window.SEC_300)));
    private static final Heading HEADING = new Heading("self-excitation", Category.MICROSTRUCTURE, "trades", FEATURES);

    private final DecayedSums fast = new DecayedSums(2, Window.SEC_1, Window.SEC_1);
    private final DecayedSums slow = new DecayedSums(1, Window.SEC_300, Window.SEC_300);

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        fast.onTime(moment);
        slow.onTime(moment);
        if (market.trade) {
            fast.settle();
            fast.add(market.tradeBuy ? BUYS : SELLS, 1.0);
            slow.settle();
            slow.add(0, 1.0);
        }
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        boolean warm = moment.tradeNs != Moment.NEVER && moment.warm(Window.SEC_300);
        boolean recent = moment.recent(moment.tradeNs, Window.SEC_300);
        double rate = slow.sum(0, Window.SEC_300) / Window.SEC_300.seconds();
        double mu = (1.0 - OWN_SIDE - OTHER_SIDE) * 0.5 * rate;
        double buys = fast.sum(BUYS, Window.SEC_1) / Window.SEC_1.seconds();
        double sells = fast.sum(SELLS, Window.SEC_1) / Window.SEC_1.seconds();
        double buying = mu + OWN_SIDE * buys + OTHER_SIDE * sells;
        double selling = mu + OWN_SIDE * sells + OTHER_SIDE * buys;
        Output.set(vector, first, warm, buying + selling);
        Output.set(vector, first + 1, warm, recent, Output.contrast(buying, selling));
        Output.set(vector, first + 2, warm, recent, 1.0 - 2.0 * mu / (buying + selling));
    }

    @Override
    public void reset() {
        fast.reset();
        slow.reset();
    }

    @Override
    public long stateHash(long start) {
        return slow.stateHash(fast.stateHash(start));
    }
}
