package io.v11.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How opinions on the market become orders. Every number here may be searched by the optimiser.
 *
 * @param strategy               whose opinion is followed, one of {@link #STRATEGIES}
 * @param maximumInvalidFraction a vector with a larger part of the models' inputs invalid is not traded on
 * @param edge                   of the strategy EDGE
 * @param sleeves                of the strategy SLEEVES
 * @param allocation             how SLEEVES shares its capital out among instruments
 * @param random                 of the strategy RANDOM
 * @param rules                  of the strategy RULES
 * @param size                   how large a position
 * @param order                  how the way from the position held to the position wanted is ordered
 * @param regimes                what is done otherwise in a state of the market; at most one entry a state
 */
public record SignalSettings(String strategy, double maximumInvalidFraction, Edge edge, Sleeves sleeves,
        Allocation allocation, RandomEntries random, Rules rules, Size size, Order order, List<RegimeChoice> regimes) {
    /**
     * EDGE: the models' forecast, when it is worth more than it costs. SLEEVES: a portfolio of simple effects on hourly bars.
     * RULES: V10's rules on classical features. HOLD: bought once and kept. RANDOM: entries by lot, the comparison for every
     * other one.
     */
    public static final List<String> STRATEGIES = List.of("EDGE", "SLEEVES", "RULES", "HOLD", "RANDOM");
    /** What the strategy SLEEVES may be made of. */
    public static final List<String> SLEEVES = List.of("TREND", "CROSS_SECTION", "TAKER_FLOW", "FEAR_GREED", "MACRO",
            "FUNDING_HEAT", "EMA_BLEND");
    /** Every instrument the same volatility, or a method of io.v11.engine.allocation. */
    public static final List<String> ALLOCATIONS = List.of("INVERSE_VOLATILITY", "MINIMUM_VARIANCE", "MEAN_VARIANCE",
            "RISK_PARITY", "HIERARCHICAL_RISK_PARITY", "BLACK_LITTERMAN", "CONDITIONAL_VALUE_AT_RISK");
    private static final List<String> STATES = List.of("UNKNOWN", "CALM", "RISING", "FALLING", "TURBULENT");

    /**
     * Acts on the ensemble's probability.
     *
     * @param entryBps    least expected edge after all costs for a new position, basis points
     * @param exitBps     a position is closed when the move still expected in its direction falls below this, basis points
     * @param sides       how often the costs of a trade are charged to the edge: 2 for the way in and out
     * @param slippageBps expected beyond the half spread, one side, basis points
     * @param horizonMs   for which the forecast is made; funding is charged for it
     * @param weights     of the members' log-odds by regime; empty: the ensemble's answer as it is
     */
    public record Edge(double entryBps, double exitBps, double sides, double slippageBps, long horizonMs,
            List<ModelWeight> weights) {
    }

    /** @param regime state, or ANY  @param model as its scores are called, e.g. {@code mlp}  @param weight 0 or more */
    public record ModelWeight(String regime, String model, double weight) {
    }

    /**
     * A portfolio of effects, each at the same risk.
     *
     * @param members        of {@link #SLEEVES}
     * @param risk           target volatility of the whole, share of equity a year
     * @param band           half width of the band around each weight, in equal shares of the risk
     * @param maximumGross   largest sum of the weights' sizes
     * @param volatilityBars span of volatilities and covariances, hours
     * @param riskBars       span of each sleeve's own risk, hours
     * @param warmUpBars     hours that must be complete before the first order
     */
    public record Sleeves(List<String> members, double risk, double band, double maximumGross, int volatilityBars,
            int riskBars, int warmUpBars) {
    }

    /**
     * How capital is shared out among the instruments. INVERSE_VOLATILITY asks for nothing else here.
     *
     * @param method         of {@link #ALLOCATIONS}
     * @param windowBars     hourly returns that are looked at; from half of them on an instrument takes part
     * @param everyMinutes   between two allocations, whole hours counted from midnight UTC; also the horizon of variance and views
     * @param maximumWeight  largest share of an instrument, 0 to 1; raised to 1 / n while n instruments could not fill the whole
     * @param riskAversion   weight of variance against return: MINIMUM_VARIANCE, MEAN_VARIANCE, BLACK_LITTERMAN
     * @param turnoverCostBps of what is traded, basis points: the same and CONDITIONAL_VALUE_AT_RISK
     * @param viewConfidence of BLACK_LITTERMAN in the sleeves' scores, above 0, at most 1
     */
    public record Allocation(String method, int windowBars, long everyMinutes, double maximumWeight,
            double riskAversion, double turnoverCostBps, double viewConfidence) {
    }

    /** @param seed of the lots  @param perDay entries a day and instrument, on average  @param holdMs until the exit */
    public record RandomEntries(long seed, double perDay, long holdMs) {
    }

    /**
     * V10: trend rules where the market trends, reversion rules where it does not. Scores are means of votes, -1 to 1.
     *
     * @param bar          bars that the features are of, by the prefix of their names: min or hour
     * @param adx          from this average directional index on the market trends
     * @param entry        least trend score of an entry
     * @param fade         least reversion score of an entry
     * @param exit         a position is closed when its rule's score in its direction is no more than this
     * @param volumeRatio  least volume of the newest bar for an entry, in means of 20 bars
     * @param shockAtr     no entry on a bar whose true range is larger than this, in average true ranges
     * @param stopAtr      loss that closes a position, in average true ranges at its entry
     * @param targetAtr    gain that closes a position, in average true ranges at its entry
     * @param holdBars     a position is closed after this many bars
     * @param minimumValid least number of valid features for an entry, of the {@value #FEATURES} that the rules read
     * @param longOnly     never sells short
     */
    public record Rules(String bar, double adx, double entry, double fade, double exit, double volumeRatio,
            double shockAtr, double stopAtr, double targetAtr, int holdBars, int minimumValid, boolean longOnly) {
        /** How many features the rules read. */
        public static final int FEATURES = 47;
    }

    /**
     * @param mode             FIXED: {@code notional}. VOLATILITY: as much as gives each position the target volatility, times
     *                         the forecast. KELLY: a fraction of the growth-optimal share, for EDGE
     * @param notional         FIXED: quote units
     * @param maximumWeight    largest position as a share of equity
     * @param volatilityTarget VOLATILITY: of one position at full forecast, share of equity a year
     * @param volatilityBars   span of the exponentially weighted volatility, bars
     * @param bar              that it is measured on: MINUTE, QUARTER_HOUR or HOUR
     * @param kellyFraction    KELLY: 0 to 1, of the full share
     * @param deleverageFrom   drawdown from which positions shrink in proportion, fraction of the peak
     * @param deleverageTo     drawdown at which nothing is held
     * @param confidenceFloor  EDGE: nothing is held while |2p - 1| is at or below this
     * @param confidenceCeiling EDGE: all is held from this |2p - 1| on, in proportion between; 0: all is held always
     */
    public record Size(String mode, Decimal notional, double maximumWeight, double volatilityTarget, int volatilityBars,
            String bar, double kellyFraction, double deleverageFrom, double deleverageTo, double confidenceFloor,
            double confidenceCeiling) {
        /** Positions depend on how sure the models are. */
        public boolean scalesByConfidence() {
            return confidenceCeiling > 0.0;
        }
    }

    /**
     * @param timeInForce      IOC takes, FOK takes all or nothing, GTC and POST_ONLY make
     * @param offsetBps        how far beyond the touch the limit of an order that takes may lie, basis points
     * @param band             smallest change of a position, as a share of the larger of the two; 0: any
     * @param coolDownMs       no second proposal on an instrument within this time, event time
     * @param holdMs           a new position is not closed or turned by the strategy before this
     * @param maximumSpreadBps waits for the spread to be at most this
     * @param minimumImbalance waits for the best queues to lean at least this much the order's way: -1 any, 1 all
     */
    public record Order(String timeInForce, double offsetBps, double band, long coolDownMs, long holdMs,
            double maximumSpreadBps, double minimumImbalance) {
        /** The order crosses the spread. */
        public boolean takes() {
            return timeInForce.equals("IOC") || timeInForce.equals("FOK");
        }
    }

    /**
     * @param regime   state of the market
     * @param strategy followed in it instead
     * @param extraBps added to the least edge of EDGE
     * @param scale    of every new position, 0 to 1
     */
    public record RegimeChoice(String regime, String strategy, double extraBps, double scale) {
    }

    /** Whether the strategy is followed, in some state of the market at least. */
    public boolean follows(String name) {
        return strategy.equals(name) || regimes.stream().anyMatch(choice -> choice.strategy.equals(name));
    }

    void conclude(SettingsCheck check) {
        check.require(STRATEGIES.contains(strategy), "signal.strategy", "one of " + STRATEGIES, strategy);
        check.require(maximumInvalidFraction >= 0 && maximumInvalidFraction <= 1, "signal.maximumInvalidFraction",
                "0 to 1", maximumInvalidFraction);
        concludeEdge(check);
        check.require(random.perDay >= 0 && random.holdMs > 0, "signal.random", "perDay 0 or more and holdMs above 0",
                random);
        check.require(!sleeves.members.isEmpty() && SLEEVES.containsAll(sleeves.members)
                && sleeves.members.stream().distinct().count() == sleeves.members.size(), "signal.sleeves.members",
                "one or more of " + SLEEVES + ", each once", sleeves.members);
        check.require(sleeves.risk > 0 && sleeves.band >= 0 && sleeves.maximumGross > 0, "signal.sleeves",
                "risk and maximumGross above 0, band 0 or more", sleeves);
        check.require(sleeves.volatilityBars >= 2 && sleeves.riskBars >= 2 && sleeves.warmUpBars >= 0, "signal.sleeves",
                "volatilityBars and riskBars 2 or more, warmUpBars 0 or more", sleeves);
        concludeAllocation(check);
        concludeRules(check);
        concludeSize(check);
        concludeShrinking(check);
        concludeOrder(check);
        Set<String> states = new HashSet<>();
        for (RegimeChoice choice : regimes) {
            check.require(STATES.contains(choice.regime) && states.add(choice.regime), "signal.regimes",
                    "of " + STATES + ", each at most once", choice.regime);
            check.require(STRATEGIES.contains(choice.strategy), "signal.regimes.strategy", "one of " + STRATEGIES,
                    choice.strategy);
            check.require(choice.scale >= 0 && choice.scale <= 1, "signal.regimes.scale", "0 to 1", choice.scale);
        }
    }

    private void concludeEdge(SettingsCheck check) {
        check.require(edge.sides >= 0 && edge.sides <= 2, "signal.edge.sides", "0 to 2", edge.sides);
        check.require(edge.slippageBps >= 0, "signal.edge.slippageBps", "0 or more", edge.slippageBps);
        check.require(edge.horizonMs > 0, "signal.edge.horizonMs", "above 0", edge.horizonMs);
        for (ModelWeight weight : edge.weights) {
            check.require(weight.regime.equals("ANY") || STATES.contains(weight.regime), "signal.edge.weights.regime",
                    "ANY or one of " + STATES, weight.regime);
            check.require(weight.weight >= 0, "signal.edge.weights.weight", "0 or more", weight.weight);
        }
    }

    private void concludeAllocation(SettingsCheck check) {
        check.require(ALLOCATIONS.contains(allocation.method), "signal.allocation.method", "one of " + ALLOCATIONS,
                allocation.method);
        check.require(allocation.windowBars >= 60 && allocation.windowBars <= Limits.ALLOCATION_BARS,
                "signal.allocation.windowBars", "60 to " + Limits.ALLOCATION_BARS, allocation.windowBars);
        check.require(allocation.everyMinutes >= 60 && allocation.everyMinutes % 60 == 0
                && allocation.everyMinutes <= 60L * allocation.windowBars, "signal.allocation.everyMinutes",
                "whole hours, at most the window", allocation.everyMinutes);
        check.require(allocation.maximumWeight > 0 && allocation.maximumWeight <= 1, "signal.allocation.maximumWeight",
                "above 0 and at most 1", allocation.maximumWeight);
        check.require(allocation.riskAversion > 0 && allocation.riskAversion < Double.POSITIVE_INFINITY,
                "signal.allocation.riskAversion", "above 0 and finite", allocation.riskAversion);
        check.require(allocation.turnoverCostBps >= 0 && allocation.turnoverCostBps < 10_000,
                "signal.allocation.turnoverCostBps", "0 or more and below 10000", allocation.turnoverCostBps);
        check.require(allocation.viewConfidence > 0 && allocation.viewConfidence <= 1,
                "signal.allocation.viewConfidence", "above 0 and at most 1", allocation.viewConfidence);
    }

    private void concludeRules(SettingsCheck check) {
        check.require(List.of("min", "hour").contains(rules.bar), "signal.rules.bar",
                "min or hour: only their bars have all the features of the rules", rules.bar);
        check.require(rules.adx >= 0 && rules.adx <= 100, "signal.rules.adx", "0 to 100", rules.adx);
        check.require(rules.entry > 0 && rules.entry <= 1, "signal.rules.entry", "above 0 and at most 1", rules.entry);
        check.require(rules.fade > 0 && rules.fade <= 1, "signal.rules.fade", "above 0 and at most 1", rules.fade);
        check.require(rules.exit >= -1 && rules.exit < Math.min(rules.entry, rules.fade), "signal.rules.exit",
                "-1 or more and below entry and fade, or entries close at once", rules.exit);
        check.require(rules.volumeRatio >= 0 && rules.volumeRatio < Double.POSITIVE_INFINITY,
                "signal.rules.volumeRatio", "0 or more", rules.volumeRatio);
        check.require(rules.shockAtr > 0, "signal.rules.shockAtr", "above 0", rules.shockAtr);
        check.require(rules.stopAtr > 0 && rules.targetAtr > 0, "signal.rules.stopAtr, targetAtr", "above 0",
                rules.stopAtr + ", " + rules.targetAtr);
        check.require(rules.holdBars >= 1, "signal.rules.holdBars", "1 or more", rules.holdBars);
        check.require(rules.minimumValid >= 1 && rules.minimumValid <= Rules.FEATURES, "signal.rules.minimumValid",
                "1 to " + Rules.FEATURES, rules.minimumValid);
    }

    private void concludeSize(SettingsCheck check) {
        check.require(List.of("FIXED", "VOLATILITY", "KELLY").contains(size.mode), "signal.size.mode",
                "FIXED, VOLATILITY or KELLY", size.mode);
        check.require(size.notional.e8() > 0, "signal.size.notional", "above 0", size.notional);
        check.require(size.maximumWeight > 0 && size.maximumWeight <= 10, "signal.size.maximumWeight",
                "above 0 and at most 10", size.maximumWeight);
        check.require(size.volatilityTarget > 0, "signal.size.volatilityTarget", "above 0", size.volatilityTarget);
        check.require(size.volatilityBars >= 2, "signal.size.volatilityBars", "2 or more", size.volatilityBars);
        check.require(List.of("MINUTE", "QUARTER_HOUR", "HOUR").contains(size.bar), "signal.size.bar",
                "MINUTE, QUARTER_HOUR or HOUR", size.bar);
        check.require(size.kellyFraction > 0 && size.kellyFraction <= 1, "signal.size.kellyFraction",
                "above 0 and at most 1", size.kellyFraction);
    }

    private void concludeShrinking(SettingsCheck check) {
        check.require(size.deleverageFrom > 0 && size.deleverageFrom < size.deleverageTo && size.deleverageTo <= 1,
                "signal.size.deleverageFrom, deleverageTo", "above 0, the first below the second, at most 1",
                size.deleverageFrom + ", " + size.deleverageTo);
        boolean off = size.confidenceFloor == 0 && size.confidenceCeiling == 0;
        check.require(off || size.confidenceFloor >= 0 && size.confidenceFloor < size.confidenceCeiling
                && size.confidenceCeiling <= 1, "signal.size.confidenceFloor, confidenceCeiling",
                "both 0, or the first 0 or more and below the second, at most 1",
                size.confidenceFloor + ", " + size.confidenceCeiling);
    }

    private void concludeOrder(SettingsCheck check) {
        check.require(List.of("IOC", "FOK", "GTC", "POST_ONLY").contains(order.timeInForce), "signal.order.timeInForce",
                "IOC, FOK, GTC or POST_ONLY", order.timeInForce);
        check.require(order.offsetBps >= 0 && order.offsetBps < 10_000, "signal.order.offsetBps",
                "0 or more and below 10000", order.offsetBps);
        check.require(order.band >= 0 && order.band < 1, "signal.order.band", "0 or more and below 1", order.band);
        check.require(order.coolDownMs >= 0 && order.holdMs >= 0, "signal.order.coolDownMs, holdMs", "0 or more",
                order.coolDownMs + ", " + order.holdMs);
        check.require(order.maximumSpreadBps > 0, "signal.order.maximumSpreadBps", "above 0", order.maximumSpreadBps);
        check.require(order.minimumImbalance >= -1 && order.minimumImbalance < 1, "signal.order.minimumImbalance",
                "-1 or more and below 1", order.minimumImbalance);
    }
}
