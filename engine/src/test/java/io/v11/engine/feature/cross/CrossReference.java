package io.v11.engine.feature.cross;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.MarketView;
import io.v11.ml.Invalidity;

/**
 * Batch reference of the cross-market features: everything that was ever seen in lists, every formula over all of it.
 * Instruments as in {@link CrossWorld}: 0 BTC, 1 ETH, 2 NEXO, 3 BTC perpetual, 4 SOL.
 */
final class CrossReference {
    private static final long SEC = 1_000_000_000L;
    private static final long MIN = 60 * SEC;
    private static final int[] SYMBOLS = {0, 1, 2, 4};

    /** The price was confirmed; of bars of a length, else 0. */
    private record Entry(long timeNs, double price, long resolutionNs) {
    }

    /** What is to be expected: a value, or why there is none. */
    record Expected(double value, Invalidity cause) {
    }

    private final List<List<Entry>> prices = new ArrayList<>();
    private final List<TreeMap<Long, Double>> minutes = new ArrayList<>();
    private final Map<String, Expected> expected = new HashMap<>();
    private long markedNs = Long.MIN_VALUE;
    private double mark;
    private double index;
    private double rate;
    private long dueNs;
    private long lastMinuteEventNs;

    CrossReference() {
        for (int i = 0; i < 5; i++) {
            prices.add(new ArrayList<>());
            minutes.add(new TreeMap<>());
        }
    }

    void see(int instrument, MarketView view, long timeNs) {
        List<Entry> seen = prices.get(instrument);
        Entry last = seen.isEmpty() ? new Entry(Long.MIN_VALUE, 0, 0) : seen.getLast();
        if (view.topValid) {
            seen.add(new Entry(timeNs, (view.bidPriceE8 + view.askPriceE8) / 2.0, 0));
        } else if (view.trade) {
            seen.add(new Entry(timeNs, view.tradePriceE8, 0));
        } else if (view.closed(BarLength.MINUTE) && view.bar(BarLength.MINUTE).trades > 0
                && (last.resolutionNs > 0 || view.bar(BarLength.MINUTE).openTimeNs > last.timeNs)) {
            MarketView.Bar bar = view.bar(BarLength.MINUTE);
            seen.add(new Entry(bar.openTimeNs + MIN - 1, bar.closeE8, MIN));
        }
        if (view.closed(BarLength.MINUTE)) {
            MarketView.Bar bar = view.bar(BarLength.MINUTE);
            for (long i = 0; i <= bar.emptyAfter; i++) {
                minutes.get(instrument).put(bar.openTimeNs / MIN + i, bar.closeE8 / 1e8);
            }
            lastMinuteEventNs = timeNs;
        }
        if (view.mark) {
            markedNs = timeNs;
            mark = view.markPriceE8;
            index = view.indexPriceE8;
            rate = view.fundingRateE8 / 1e8;
            dueNs = view.nextFundingTimeNs;
        }
    }

    Map<String, Expected> values(int own, long nowNs) {
        expected.clear();
        int first = own == 0 ? 1 : 0;
        int second = own == 1 ? 0 : 1;
        long[] spans = {SEC, 10 * SEC, 60 * SEC, 15 * MIN};
        String[] labels = {"1s", "10s", "60s", "15m"};
        for (int i = 0; i < spans.length; i++) {
            long span = spans[i];
            compare("lead_btc_" + labels[i] + "_bps", own, first, nowNs, span,
                    at -> (move(first, at, span) - move(own, at, span)) * 1e4);
            compare("lead_eth_" + labels[i] + "_bps", own, second, nowNs, span,
                    at -> (move(second, at, span) - move(own, at, span)) * 1e4);
        }
        pair("60m", own, first, nowNs, 60);
        pair("720m", own, first, nowNs, 720);
        double[] half = moments(own, first, 720);
        compare("btc_residual_15m_bps", own, first, nowNs, 15 * MIN, at -> half[3] < 720
                ? Double.NaN
                : (move(own, at, 15 * MIN) - half[0] / half[1] * move(first, at, 15 * MIN)) * 1e4);
        basis(own, nowNs);
        compare("eth_btc_15m_bps", 0, 1, nowNs, 15 * MIN, at -> (price(1, at) / price(0, at)
                / (price(1, at, 15 * MIN) / price(0, at, 15 * MIN)) - 1) * 1e4);
        breadth(own, nowNs);
        return expected;
    }

    private void put(String name, double value, boolean warm, boolean stale) {
        Invalidity cause = !warm
                ? Invalidity.NOT_WARM
                : stale
                        ? Invalidity.STALE
                        : Double.isFinite(value) ? null : Invalidity.UNDEFINED;
        expected.put(name, new Expected(value, cause));
    }

    private void undefined(String name) {
        expected.put(name, new Expected(Double.NaN, Invalidity.UNDEFINED));
    }

    private void compare(String name, int own, int other, long nowNs, long span, ToDoubleFunction<Long> value) {
        if (prices.get(own).isEmpty() || prices.get(other).isEmpty()) {
            put(name, Double.NaN, false, false);
            return;
        }
        Entry mine = prices.get(own).getLast();
        Entry theirs = prices.get(other).getLast();
        boolean stale = stale(mine, nowNs) || stale(theirs, nowNs);
        boolean bars = mine.resolutionNs > 0 || theirs.resolutionNs > 0;
        if (!stale && span > 0 && Math.max(mine.resolutionNs, theirs.resolutionNs) > span) {
            undefined(name);
            return;
        }
        double result = value.applyAsDouble(bars ? Math.min(mine.timeNs, theirs.timeNs) + 1 : nowNs);
        put(name, result, stale || !Double.isNaN(result), stale);
    }

    private static boolean stale(Entry entry, long nowNs) {
        return nowNs - entry.timeNs > Math.max(10 * SEC, 2 * entry.resolutionNs);
    }

    private double move(int instrument, long timeNs, long span) {
        return price(instrument, timeNs) / price(instrument, timeNs, span) - 1;
    }

    private double price(int instrument, long timeNs) {
        return price(instrument, timeNs, 0);
    }

    /** The price some time ago: what holds since then, or what held at the start of that time's cell. */
    private double price(int instrument, long timeNs, long agoNs) {
        List<Entry> seen = prices.get(instrument);
        int change = seen.size() - 1;
        while (change > 0 && seen.get(change - 1).price == seen.get(change).price) {
            change--;
        }
        if (timeNs - agoNs >= seen.get(change).timeNs) {
            return seen.getLast().price;
        }
        long cellNs = agoNs > MIN || seen.getLast().resolutionNs > 0 ? SEC : SEC / 10;
        long startNs = Math.floorDiv(timeNs - agoNs, cellNs) * cellNs;
        double price = Double.NaN;
        for (Entry entry : seen) {
            price = entry.timeNs < startNs ? entry.price : price;
        }
        return price;
    }

    private Double minuteMove(int instrument, long minute, int over) {
        Double now = minutes.get(instrument).get(minute);
        Double before = minutes.get(instrument).get(minute - over);
        return now == null || before == null ? null : now / before - 1;
    }

    /** Covariance, variance of the leader, variance of the own, number of minutes. */
    private double[] moments(int own, int leader, int window) {
        if (minutes.get(own).isEmpty() || minutes.get(leader).isEmpty()) {
            return new double[4];
        }
        long to = Math.min(minutes.get(own).lastKey(), minutes.get(leader).lastKey());
        double[] sums = new double[3];
        int count = 0;
        for (long minute : minutes.get(own).keySet()) {
            Double y = minuteMove(own, minute, 1);
            Double x = minuteMove(leader, minute, 1);
            if (minute <= to && x != null && y != null) {
                double weight = Math.exp(-(to - minute) / (double) window);
                sums[0] += weight;
                sums[1] += weight * x;
                sums[2] += weight * y;
                count++;
            }
        }
        double meanX = sums[1] / sums[0];
        double meanY = sums[2] / sums[0];
        double[] moments = new double[4];
        for (long minute : minutes.get(own).keySet()) {
            Double y = minuteMove(own, minute, 1);
            Double x = minuteMove(leader, minute, 1);
            if (minute <= to && x != null && y != null) {
                double weight = Math.exp(-(to - minute) / (double) window) / sums[0];
                moments[0] += weight * (x - meanX) * (y - meanY);
                moments[1] += weight * (x - meanX) * (x - meanX);
                moments[2] += weight * (y - meanY) * (y - meanY);
            }
        }
        moments[3] = count;
        return moments;
    }

    private boolean minuteStale(int instrument, long nowNs) {
        return nowNs - (minutes.get(instrument).lastKey() + 1) * MIN > 5 * MIN;
    }

    private void pair(String label, int own, int first, long nowNs, int window) {
        double[] moments = moments(own, first, window);
        boolean warm = moments[3] >= window;
        boolean stale = warm && minuteStale(first, nowNs);
        put("btc_beta_" + label, moments[0] / moments[1], warm, stale);
        put("btc_correlation_" + label, moments[0] / Math.sqrt(moments[1] * moments[2]), warm, stale);
    }

    private void basis(int own, long nowNs) {
        if (own != 0 && own != 3) {
            for (String name : List.of("basis_bps", "basis_change_60s_bps", "basis_change_15m_bps", "funding_rate_bps",
                    "funding_due_hours", "mark_premium_bps")) {
                undefined(name);
            }
            return;
        }
        int other = 3 - own;
        compare("basis_bps", own, other, nowNs, 0, at -> basisAt(at, 0));
        compare("basis_change_60s_bps", own, other, nowNs, MIN, at -> basisAt(at, 0) - basisAt(at, MIN));
        compare("basis_change_15m_bps", own, other, nowNs, 15 * MIN, at -> basisAt(at, 0) - basisAt(at, 15 * MIN));
        boolean marked = markedNs != Long.MIN_VALUE;
        put("funding_rate_bps", rate * 1e4, marked, nowNs > dueNs);
        put("funding_due_hours", (dueNs - nowNs) / 3.6e12, marked, nowNs > dueNs);
        put("mark_premium_bps", (mark / index - 1) * 1e4, marked, nowNs - markedNs > 60 * SEC);
    }

    private double basisAt(long timeNs, long agoNs) {
        return (price(3, timeNs, agoNs) / price(0, timeNs, agoNs) - 1) * 1e4;
    }

    private void breadth(int own, long nowNs) {
        boolean both = !minutes.get(0).isEmpty() && !minutes.get(1).isEmpty();
        long common = both ? Math.min(minutes.get(0).lastKey(), minutes.get(1).lastKey()) : 0;
        Double btc = minuteMove(0, common, 60);
        Double eth = minuteMove(1, common, 60);
        boolean silent = both && (minuteStale(0, nowNs) || minuteStale(1, nowNs));
        put("eth_btc_60m_bps", btc == null || eth == null ? Double.NaN : ((1 + eth) / (1 + btc) - 1) * 1e4,
                silent || btc != null && eth != null, silent);
        long newest = Long.MIN_VALUE;
        for (int symbol : SYMBOLS) {
            newest = minutes.get(symbol).isEmpty() ? newest : Math.max(newest, minutes.get(symbol).lastKey());
        }
        List<Double> returns = new ArrayList<>();
        List<Double> correlations = new ArrayList<>();
        for (int symbol : SYMBOLS) {
            if (minutes.get(symbol).isEmpty() || minutes.get(symbol).lastKey() < newest - 5) {
                continue;
            }
            Double hour = minuteMove(symbol, minutes.get(symbol).lastKey(), 60);
            if (hour != null) {
                returns.add(hour);
            }
            double[] moments = moments(symbol, 0, 60);
            if (symbol != 0 && moments[3] >= 60) {
                correlations.add(moments[0] / Math.sqrt(moments[1] * moments[2]));
            }
        }
        aggregate(own, nowNs, returns, correlations);
    }

    private void aggregate(int own, long nowNs, List<Double> returns, List<Double> correlations) {
        boolean known = returns.size() >= 3;
        boolean stale = nowNs - lastMinuteEventNs > 6 * MIN;
        double mean = returns.stream().mapToDouble(r -> r).average().orElse(Double.NaN);
        put("market_breadth_60m", returns.stream().filter(r -> r > 0).count() / (double) returns.size(), known, stale);
        put("market_return_60m_bps", mean * 1e4, known, stale);
        put("market_dispersion_60m_bps",
                Math.sqrt(returns.stream().mapToDouble(r -> (r - mean) * (r - mean)).average().orElse(0)) * 1e4, known,
                stale);
        Double hour = minutes.get(own).isEmpty() ? null : minuteMove(own, minutes.get(own).lastKey(), 60);
        boolean placed = known && hour != null;
        put("less_market_60m_bps", placed ? (hour - mean) * 1e4 : Double.NaN, placed || known && stale, stale);
        put("market_correlation_60m", correlations.stream().mapToDouble(c -> c).average().orElse(Double.NaN),
                correlations.size() >= 2, stale);
    }
}
