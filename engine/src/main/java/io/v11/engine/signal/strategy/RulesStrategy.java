package io.v11.engine.signal.strategy;

import io.v11.config.ConfigurationException;
import io.v11.config.SignalSettings.Rules;
import io.v11.engine.signal.outlook.Outlook;
import io.v11.engine.signal.outlook.Strategy;
import io.v11.engine.signal.strategy.RuleFeature.Use;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.SignalReason;
import io.v11.ml.FeatureSchema;
import io.v11.ml.FeatureVector;

/**
 * V10: rules on 47 classical features, the comparison for every model.
 *
 * <pre>
 *   rule      ADX >= adx: trend, score = mean vote of TREND; else reversion, score = mean vote of REVERSION
 *   enter     |score| >= entry of a trend, fade of a reversion
 *             volume of the newest bar >= volumeRatio x mean of 20, its range &lt;= shockAtr x ATR
 *             a trend: volume on its side (mean vote of FLOW) and no squeeze
 *   leave     score of the rule that entered, in the position's direction, &lt;= exit
 *             loss >= stopAtr x ATR at entry, gain >= targetAtr x ATR at entry, holdBars passed
 *   again     on the same side once that score has been &lt;= exit
 * </pre>
 *
 * A reversion is entered against the flow, so that the flow confirms nothing there. A position wanted is the full one. Stops are
 * looked at on decisions and act at the next price. Features that are not valid abstain; stops work without them. Only
 * + - x / on doubles; allocates nothing after construction.
 */
final class RulesStrategy implements Strategy {
    private static final double BPS = 10_000.0;

    private final Rules rules;
    private final RuleVotes votes;
    private final RulePosition[] positions;
    private final long holdNs;
    /** (v - a) / (v + a) of a volume v of volumeRatio means a. */
    private final double leastVolume;

    RulesStrategy(Rules rules, int instruments, FeatureSchema schema) {
        this.rules = rules;
        this.votes = new RuleVotes(schema, rules.bar());
        this.positions = new RulePosition[instruments];
        for (int i = 0; i < instruments; i++) {
            positions[i] = new RulePosition();
        }
        this.holdNs = Math.multiplyExact(rules.holdBars(), bar(rules.bar()).timeNs());
        this.leastVolume = (rules.volumeRatio() - 1.0) / (rules.volumeRatio() + 1.0);
    }

    private static BarLength bar(String prefix) {
        for (BarLength length : BarLength.values()) {
            if (length.prefix().equals(prefix)) {
                return length;
            }
        }
        throw new ConfigurationException("signal.rules.bar: no bar has the prefix " + prefix + "; take min or hour");
    }

    @Override
    public void onMarket(EngineEvent event) {
        positions[event.instrument()].follow(Long.signum(event.portfolio().positionE8), priceE8(event),
                event.timeNs());
    }

    @Override
    public SignalReason decide(EngineEvent event, Outlook outlook) {
        RulePosition position = positions[event.instrument()];
        FeatureVector features = event.features();
        double priceE8 = priceE8(event);
        double atrE8 = votes.value(features, RuleFeature.NATR) / BPS * priceE8;
        boolean trending = votes.value(features, RuleFeature.ADX) >= rules.adx();
        double trend = votes.score(features, Use.TREND);
        double reversion = votes.score(features, Use.REVERSION);
        double ownScore = position.trend ? trend : reversion;
        if (position.side == 0) {
            position.lift(ownScore, rules.exit());
        } else {
            position.measure(atrE8);
            position.leaving |= position.side * ownScore <= rules.exit()
                    || position.due(rules, priceE8, event.timeNs(), holdNs);
            if (!position.leaving) {
                outlook.forecast = ownScore == ownScore ? ownScore : 0.0;
                outlook.share = position.side;
                return SignalReason.POSITION_HELD;
            }
        }
        double score = trending ? trend : reversion;
        outlook.forecast = score == score ? score : 0.0;
        int direction = score >= 0.0 ? 1 : -1;
        SignalReason reason = entry(features, position, trending, score, direction);
        if (reason == SignalReason.NONE && direction != position.side) {
            position.want(direction, trending, priceE8, atrE8, event.timeNs());
            outlook.share = direction;
            return SignalReason.NONE;
        }
        position.wantNothing();
        // Of a position that is left nothing is wanted; without one there is nothing to say.
        return position.side != 0 ? SignalReason.NONE : reason;
    }

    @Override
    public long addTo(long hash) {
        long result = hash;
        for (RulePosition position : positions) {
            result = position.addTo(result);
        }
        return result;
    }

    /** NONE when a position in the direction may be entered. */
    private SignalReason entry(FeatureVector features, RulePosition position, boolean trending, double score,
            int direction) {
        if (!suffice(features)) {
            return position.warm ? SignalReason.FEATURES_INVALID : SignalReason.WARMING_UP;
        }
        position.warm = true;
        boolean strong = direction * score >= (trending ? rules.entry() : rules.fade());
        boolean forbidden = direction < 0 && rules.longOnly();
        if (!strong || forbidden || !confirmed(features, trending, direction)) {
            return SignalReason.EDGE_BELOW_THRESHOLD;
        }
        return direction == position.barred ? SignalReason.COOLING_DOWN : SignalReason.NONE;
    }

    private boolean suffice(FeatureVector features) {
        return votes.valid(features) >= rules.minimumValid() && votes.value(features, RuleFeature.NATR) > 0.0
                && votes.value(features, RuleFeature.ADX) >= 0.0;
    }

    private boolean confirmed(FeatureVector features, boolean trending, int direction) {
        // Without a volume nothing is confirmed; a range or a squeeze that is not known forbids nothing.
        boolean voluminous = votes.value(features, RuleFeature.VOLUME) >= leastVolume;
        boolean shock = votes.value(features, RuleFeature.RANGE) > rules.shockAtr();
        if (!voluminous || shock || !trending) {
            return voluminous && !shock;
        }
        boolean squeezed = votes.value(features, RuleFeature.SQUEEZE) < 1.0;
        return !squeezed && direction * votes.score(features, Use.FLOW) > 0.0;
    }

    private static double priceE8(EngineEvent event) {
        return event.market().priceTwiceE8() / 2.0;
    }
}
