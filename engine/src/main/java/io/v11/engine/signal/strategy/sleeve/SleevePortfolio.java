package io.v11.engine.signal.strategy.sleeve;

import java.util.Arrays;
import java.util.List;

import io.v11.config.ExternalSeries;
import io.v11.config.SignalSettings.Allocation;
import io.v11.config.SignalSettings.Sleeves;
import io.v11.engine.slot.StateHash;

/**
 * The sleeves' weights, each at the same risk.
 *
 * <pre>
 *   a_i = score_i / (sigma_i sqrt(8760) N)                      one sleeve
 *   b   = a / sqrt(K)      K = mean of 8760 a'Sa over months    unit risk
 *   P   = mean of the sleeves' b, brought to unit risk once more
 *   w   = risk x P, cut to the largest gross weight             share of equity
 * </pre>
 *
 * Once an allocation has come (see {@link SleeveShares}) the first line reads, for methods that share capital out,
 *
 * <pre>
 *   a_i = score_i x_i / h      1 / h = mean over j of 1 / (sigma_j sqrt(8760))
 * </pre>
 *
 * with the shares x, which sum to 1: the same numbers as before where x is in proportion to 1 / sigma. For methods that weigh
 * the scores themselves P is x_i / h, brought to unit risk.
 *
 * <p>
 * S is the exponentially weighted covariance of hourly log returns around zero. An hour is complete when every instrument
 * known has told its bar, or the next hour begins; then covariance and K move. A weight asked for before that has the
 * instrument's own bar in it and the others' last ones: K and S move by a thousandth in an hour. N is the number of
 * instruments with bars. Allocates nothing after construction but at an allocation.
 */
final class SleevePortfolio {
    private static final double HOURS_PER_YEAR = 8760.0;
    private static final long HOUR_NS = 3_600_000_000_000L;
    private static final long NONE = Long.MIN_VALUE;

    private final Sleeves settings;
    private final Sleeve[] sleeves;
    private final UnitRisk[] sleeveRisk;
    private final UnitRisk wholeRisk;
    private final PriceHistory prices;
    private final SleeveShares shares;
    private final FadingMean[][] covariances;
    private final boolean[] told;
    private final boolean[] known;
    private final double[] weights;
    private int instrumentsKnown;
    private int instrumentsTold;
    private long hourNs = NONE;
    private boolean complete;
    /** Number of the last complete hour, from 0. */
    private int hour = -1;
    /** 1 / h; 0 while the shares are not asked for. */
    private double perVolatility;

    SleevePortfolio(Sleeves settings, Allocation allocation, int instruments) {
        this.settings = settings;
        List<String> members = settings.members();
        this.sleeves = new Sleeve[members.size()];
        this.sleeveRisk = new UnitRisk[members.size()];
        for (int s = 0; s < sleeves.length; s++) {
            sleeves[s] = named(members.get(s), instruments);
            sleeveRisk[s] = new UnitRisk(settings.riskBars());
        }
        this.wholeRisk = new UnitRisk(settings.riskBars());
        this.prices = new PriceHistory(instruments, settings.volatilityBars());
        this.shares = new SleeveShares(allocation, instruments);
        this.covariances = new FadingMean[instruments][instruments];
        for (FadingMean[] row : covariances) {
            Arrays.setAll(row, j -> new FadingMean(settings.volatilityBars()));
        }
        this.told = new boolean[instruments];
        this.known = new boolean[instruments];
        this.weights = new double[instruments];
    }

    private static Sleeve named(String name, int instruments) {
        return switch (name) {
            case "TREND" -> new Trend(instruments);
            case "CROSS_SECTION" -> new CrossSection(instruments);
            case "TAKER_FLOW" -> new TakerFlow(instruments);
            case "FEAR_GREED" -> new FearGreed();
            case "MACRO" -> new Macro();
            case "FUNDING_HEAT" -> new FundingHeat();
            case "EMA_BLEND" -> new EmaBlend(instruments);
            default -> throw new IllegalArgumentException("no sleeve " + name);
        };
    }

    void onExternalValue(ExternalSeries series, double value) {
        for (Sleeve sleeve : sleeves) {
            sleeve.onExternalValue(series, value);
        }
    }

    /** @param openNs start of the bar */
    void onBar(int instrument, long openNs, SleeveBar bar) {
        if (openNs != hourNs) {
            if (hourNs != NONE && !complete) {
                completeHour();
            }
            hourNs = openNs;
            complete = false;
            instrumentsTold = 0;
            Arrays.fill(told, false);
        }
        boolean first = hour < 0;
        if (!known[instrument]) {
            known[instrument] = true;
            instrumentsKnown++;
        }
        told[instrument] = true;
        instrumentsTold++;
        prices.onBar(instrument, bar.close);
        perVolatility = shares.known() ? perVolatility() : 0.0;
        for (Sleeve sleeve : sleeves) {
            sleeve.onBar(instrument, bar, prices);
        }
        // Who belongs to the first hour is known when it is over.
        if (!first && instrumentsTold == instrumentsKnown) {
            completeHour();
        }
    }

    /** Hours complete. */
    int hours() {
        return hour + 1;
    }

    double volatility(int instrument) {
        return prices.volatility(instrument);
    }

    int instruments() {
        return instrumentsKnown;
    }

    SleeveShares shares() {
        return shares;
    }

    /** Share of equity, signed, at full risk. */
    double weight(int instrument) {
        double gross = 0.0;
        double wholeScale = settings.risk() * wholeRisk.scale();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = known[i] ? wholeScale * blend(i) : 0.0;
            gross += Math.abs(weights[i]);
        }
        double cut = gross > settings.maximumGross() ? settings.maximumGross() / gross : 1.0;
        return cut * weights[instrument];
    }

    /** Mean of the sleeves at unit risk; or what weighs their scores already. */
    private double blend(int instrument) {
        if (shares.known() && shares.weighScores()) {
            return shares.of(instrument) * perVolatility;
        }
        double sum = 0.0;
        for (int s = 0; s < sleeves.length; s++) {
            sum += raw(s, instrument) * sleeveRisk[s].scale();
        }
        return sum / sleeves.length;
    }

    private double raw(int sleeve, int instrument) {
        if (shares.known() && !shares.weighScores()) {
            return sleeves[sleeve].score(instrument, prices) * shares.of(instrument) * perVolatility;
        }
        double sigma = prices.volatility(instrument);
        return sigma > 0.0
                ? sleeves[sleeve].score(instrument, prices) / (sigma * Math.sqrt(HOURS_PER_YEAR) * instrumentsKnown)
                : 0.0;
    }

    private double perVolatility() {
        double sum = 0.0;
        for (int i = 0; i < known.length; i++) {
            double sigma = known[i] ? prices.volatility(i) : 0.0;
            sum += sigma > 0.0 ? 1.0 / sigma : 0.0;
        }
        return sum / (Math.sqrt(HOURS_PER_YEAR) * instrumentsKnown);
    }

    private void completeHour() {
        complete = true;
        hour++;
        if (hour == 0) {
            return; // no returns yet
        }
        if (shares.onHour(hourNs + HOUR_NS, told, prices)) {
            allocate();
        }
        for (int i = 0; i < told.length; i++) {
            for (int j = 0; j < i; j++) {
                if (known[i] && known[j]) {
                    double product = told[i] && told[j] ? prices.lastReturn(i) * prices.lastReturn(j) : 0.0;
                    covariances[i][j].add(product);
                }
            }
        }
        for (int s = 0; s < sleeves.length; s++) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = known[i] ? raw(s, i) : 0.0;
            }
            sleeveRisk[s].add(annualVariance(), hour);
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = known[i] ? blend(i) : 0.0;
        }
        wholeRisk.add(annualVariance(), hour);
    }

    private void allocate() {
        for (int i = 0; i < weights.length; i++) {
            double sum = 0.0;
            for (int s = 0; s < sleeves.length && known[i]; s++) {
                sum += sleeves[s].score(i, prices);
            }
            weights[i] = sum / sleeves.length;
        }
        shares.allocate(weights, prices);
        perVolatility = shares.known() ? perVolatility() : 0.0;
    }

    private double annualVariance() {
        double sum = 0.0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * weights[i] * prices.variance(i);
            for (int j = 0; j < i; j++) {
                sum += 2.0 * weights[i] * weights[j] * covariances[i][j].mean();
            }
        }
        return HOURS_PER_YEAR * sum;
    }

    long addTo(long hash) {
        long result = prices.addTo(StateHash.add(StateHash.add(hash, hourNs), hour));
        for (int s = 0; s < sleeves.length; s++) {
            result = sleeveRisk[s].addTo(sleeves[s].addTo(result));
        }
        for (int i = 0; i < covariances.length; i++) {
            for (int j = 0; j < i; j++) {
                result = covariances[i][j].addTo(result);
            }
        }
        return shares.addTo(wholeRisk.addTo(result));
    }
}
