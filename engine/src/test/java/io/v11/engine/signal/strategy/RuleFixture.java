package io.v11.engine.signal.strategy;

import io.v11.config.SignalSettings.Rules;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.signal.outlook.Outlook;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.StateHash;
import io.v11.engine.trading.OrderFrames;
import io.v11.engine.trading.TestSignals;
import io.v11.journal.event.SignalReason;
import io.v11.ml.FeatureSchema;

/**
 * Decisions for the rules with features set by hand: at 100, ATR 100 bp, a rising trend that passes every check, or a range at
 * its lower end that does.
 */
final class RuleFixture {
    private static final long HOUR_NS = 3_600_000_000_000L;
    private static final FeatureSchema SCHEMA = FeatureCatalog.schema();
    private static final RuleFeature[] ALL = RuleFeature.values();
    private static final int[] POSITIONS = positions();

    final Outlook outlook = new Outlook();
    private final OrderFrames frames = new OrderFrames();
    private final EngineEvent slot = new EngineEvent(SCHEMA.size(), 1, 1);
    private final RulesStrategy strategy;
    private final double[] values = new double[ALL.length];
    private long timeNs;
    private double price = 100.0;
    private int side;

    RuleFixture() {
        this(TestSignals.RULES);
    }

    RuleFixture(Rules rules) {
        strategy = new RulesStrategy(rules, 1, SCHEMA);
        trend(1);
    }

    static Rules rules(double exit, boolean longOnly) {
        return new Rules("hour", 25.0, 0.4, 0.8, exit, 1.0, 3.0, 2.0, 4.0, 48, 40, longOnly);
    }

    /** Every vote of the trend and of the flow points that way; the oscillators are in the middle. */
    RuleFixture trend(int direction) {
        for (RuleFeature feature : ALL) {
            values[feature.ordinal()] = towards(feature, feature.use == RuleFeature.Use.REVERSION ? 0 : direction);
        }
        set(RuleFeature.MINUS_DI, 20.0).set(RuleFeature.PLUS_DI, 20.0 + 10.0 * direction);
        set(RuleFeature.VORTEX_MINUS, 1.0).set(RuleFeature.VORTEX_PLUS, 1.0 + 0.2 * direction);
        set(RuleFeature.NATR, 100.0).set(RuleFeature.ADX, 30.0).set(RuleFeature.RANGE, 1.0);
        return set(RuleFeature.SQUEEZE, 1.5).set(RuleFeature.VOLUME, 0.1);
    }

    /** The market ranges and is oversold (1) or overbought (-1); its trend points the other way. */
    RuleFixture range(int direction) {
        trend(-direction).set(RuleFeature.ADX, 15.0);
        for (RuleFeature feature : ALL) {
            if (feature.use == RuleFeature.Use.REVERSION) {
                values[feature.ordinal()] = towards(feature, direction);
            }
        }
        return set(RuleFeature.VWAP, -250.0 * direction);
    }

    /** A value at which the feature votes for the direction, or for none. */
    static double towards(RuleFeature feature, int direction) {
        boolean inverted = feature.weight < 0.0 != (feature.use == RuleFeature.Use.REVERSION);
        int end = inverted ? -direction : direction;
        double low = Math.max(feature.low, -1_000.0);
        double high = Math.min(feature.high, 1_000.0);
        return end == 0 ? (low + high) / 2.0 : end > 0 ? high + 1.0 : low - 1.0;
    }

    RuleFixture set(RuleFeature feature, double value) {
        values[feature.ordinal()] = value;
        return this;
    }

    double value(RuleFeature feature) {
        return values[feature.ordinal()];
    }

    /** It has no value. */
    RuleFixture drop(RuleFeature feature) {
        return set(feature, Double.NaN);
    }

    RuleFixture price(double newPrice) {
        price = newPrice;
        return this;
    }

    /** The position that the account holds from now on. */
    RuleFixture hold(int positionSide) {
        side = positionSide;
        return this;
    }

    RuleFixture hours(int hours) {
        timeNs += hours * HOUR_NS;
        return this;
    }

    SignalReason decide() {
        EngineEvent bare = frames.at(timeNs).quiet(0);
        slot.load(bare.frame(), 0, bare.length(), frames.sequence());
        slot.market().present = true;
        slot.market().barPriceE8 = Math.round(price * 1e8);
        slot.portfolio().positionE8 = side;
        for (int i = 0; i < ALL.length; i++) {
            slot.features().set(POSITIONS[i], values[i]);
        }
        slot.features().ready(true);
        outlook.clear();
        strategy.onMarket(slot);
        return strategy.decide(slot, outlook);
    }

    /** The vector of the last decision. */
    EngineEvent slot() {
        return slot;
    }

    long hash() {
        return strategy.addTo(StateHash.start());
    }

    private static int[] positions() {
        int[] positions = new int[ALL.length];
        for (RuleFeature feature : ALL) {
            positions[feature.ordinal()] = SCHEMA.indexOf("hour_" + feature.suffix);
        }
        return positions;
    }
}
