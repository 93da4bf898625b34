package io.v11.engine.feature;

import java.util.ArrayList;
import java.util.List;

/** Batch reference of the groups that look at the levels of the book, from the formulas in docs/features.md. */
final class DepthReference extends Reference {
    private final List<Seen> books = new ArrayList<>();

    DepthReference(List<Seen> past) {
        super(past);
        for (Seen seen : past) {
            if (!seen.synced()) {
                books.clear();
            } else if (seen.levelsChanged()) {
                books.add(seen);
            }
        }
        if (!books.isEmpty()) {
            Seen book = books.getLast();
            imbalances(book);
            side("bid", book, book.bids(), book.bidQuantities());
            side("ask", book, book.asks(), book.askQuantities());
            put("centre_asymmetry_10", contrast(values.get("ask_centre_10_bps"), values.get("bid_centre_10_bps")));
            flow();
            put("since_book_update", Math.log(1 + (nowNs - book.timeNs()) / 1e9));
        }
    }

    private static int levels(Seen book) {
        return Math.min(book.bids().length, book.asks().length);
    }

    private static double total(long[] quantities, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += quantities[i];
        }
        return sum;
    }

    private static double mid(Seen book) {
        return (book.bids()[0] + book.asks()[0]) / 2.0;
    }

    private static double spread(Seen book) {
        return book.asks()[0] - book.bids()[0];
    }

    private void imbalances(Seen book) {
        for (int depth : new int[]{2, 3, 5, 10, 20}) {
            put("depth_imbalance_" + depth, levels(book) < depth
                    ? Double.NaN
                    : contrast(total(book.bidQuantities(), depth), total(book.askQuantities(), depth)));
        }
        put("depth_imbalance_weighted", contrast(weighted(book.bidQuantities()), weighted(book.askQuantities())));
        if (levels(book) < 5) {
            put("depth_micro_gap_spreads", Double.NaN);
            return;
        }
        double bid = mean(book.bids(), book.bidQuantities(), 5);
        double ask = mean(book.asks(), book.askQuantities(), 5);
        double bidQuantity = total(book.bidQuantities(), 5);
        double askQuantity = total(book.askQuantities(), 5);
        double micro = (ask * bidQuantity + bid * askQuantity) / (bidQuantity + askQuantity);
        put("depth_micro_gap_spreads", (micro - mid(book)) / spread(book));
    }

    private static double weighted(long[] quantities) {
        double sum = 0;
        for (int i = 0; i < quantities.length; i++) {
            sum += quantities[i] / (i + 1.0);
        }
        return sum;
    }

    private static double mean(long[] prices, long[] quantities, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (double) prices[i] * quantities[i];
        }
        return sum / total(quantities, count);
    }

    private void side(String side, Seen book, long[] prices, long[] quantities) {
        for (int depth : new int[]{5, 10, 20}) {
            put(side + "_distance_" + depth + "_bps",
                    levels(book) < depth ? Double.NaN : Math.abs(prices[depth - 1] - prices[0]) / mid(book) * 1e4);
        }
        put(side + "_gap_ticks",
                levels(book) < 2 ? Double.NaN : Math.abs(prices[1] - prices[0]) / (double) RandomMarket.TICK);
        boolean ten = levels(book) >= 10;
        double all = ten ? total(quantities, 10) : Double.NaN;
        put(side + "_top_share_10", quantities[0] / all);
        double centre = 0;
        double shape = 0;
        for (int i = 0; ten && i < 10; i++) {
            centre += quantities[i] / all * Math.abs(prices[i] - prices[0]);
            shape += total(quantities, i + 1) / all / 10;
        }
        put(side + "_centre_10_bps", ten ? centre / mid(book) * 1e4 : Double.NaN);
        put(side + "_shape_10", ten ? shape : Double.NaN);
        double spreads = ten ? Math.abs(prices[9] - prices[0]) / spread(book) : Double.NaN;
        put(side + "_slope_10", (all / quantities[0] - 1) / spreads);
    }

    private void flow() {
        for (int depth : new int[]{5, 10}) {
            List<Point> flow = new ArrayList<>();
            for (int i = 1; i < books.size(); i++) {
                Seen before = books.get(i - 1);
                Seen after = books.get(i);
                double sum = 0;
                for (int k = 0; k < Math.min(depth, Math.min(levels(before), levels(after))); k++) {
                    sum += TopReference.flowOf(level(before, k), level(after, k));
                }
                flow.add(new Point(after.timeNs(), sum));
            }
            for (String window : List.of("100ms", "1s", "10s")) {
                put("ofi_" + depth + "_levels_" + window, window, ratio(flow, map(flow, Math::abs), window));
            }
        }
    }

    private static Seen level(Seen book, int k) {
        return new Seen(book.timeNs(), true, true, true, book.bids()[k], book.bidQuantities()[k], book.asks()[k],
                book.askQuantities()[k], false, null, null, null, null, false, 0, 0, 0, null, null);
    }
}
