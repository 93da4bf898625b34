package io.v11.engine.feature;

import java.util.ArrayList;
import java.util.List;

/** Batch reference of the groups that look at the levels of the book, from the formulas in docs/features.md. */
final class DepthReference extends Reference {
    /** Completed books with the one before each, where they can be compared. */
    private final List<Change> books = new ArrayList<>();
    private final boolean synced;

    DepthReference(List<Seen> past) {
        super(past);
        Seen last = null;
        Seen book = null;
        for (Seen seen : past) {
            if (!seen.synced()) {
                last = null;
            } else if (seen.levelsChanged()) {
                books.add(new Change(last, seen));
                last = seen;
                book = seen;
            }
        }
        synced = last != null;
        if (book != null) {
            imbalances(book);
            side("bid", book, book.bids(), book.bidQuantities());
            side("ask", book, book.asks(), book.askQuantities());
            put("centre_asymmetry_10", contrast(values.get("ask_centre_10_bps"), values.get("bid_centre_10_bps")));
            present("book_pressure_10", levels(book) < 10
                    ? Double.NaN
                    : contrast(pressure(book, book.bids(), book.bidQuantities()),
                            pressure(book, book.asks(), book.askQuantities())));
            flow();
            levelFlow();
        }
        put("since_book_update", age(book == null ? null : (Long) book.timeNs()));
    }

    /** A property of the book as it is: none without a book. */
    private void present(String name, double value) {
        put(name, synced ? value : Double.NaN);
    }

    private static double pressure(Seen book, long[] prices, long[] quantities) {
        double sum = 0;
        for (int k = 0; k < 10; k++) {
            sum += quantities[k] / Math.abs(prices[k] - mid(book));
        }
        return sum;
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
            present("depth_imbalance_" + depth, levels(book) < depth
                    ? Double.NaN
                    : contrast(total(book.bidQuantities(), depth), total(book.askQuantities(), depth)));
        }
        present("depth_imbalance_weighted", contrast(weighted(book.bidQuantities()), weighted(book.askQuantities())));
        if (levels(book) < 5) {
            present("depth_micro_gap_spreads", Double.NaN);
            return;
        }
        double bid = mean(book.bids(), book.bidQuantities(), 5);
        double ask = mean(book.asks(), book.askQuantities(), 5);
        double bidQuantity = total(book.bidQuantities(), 5);
        double askQuantity = total(book.askQuantities(), 5);
        double micro = (ask * bidQuantity + bid * askQuantity) / (bidQuantity + askQuantity);
        present("depth_micro_gap_spreads", (micro - mid(book)) / spread(book));
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
            present(side + "_distance_" + depth + "_bps",
                    levels(book) < depth ? Double.NaN : Math.abs(prices[depth - 1] - prices[0]) / mid(book) * 1e4);
        }
        present(side + "_gap_ticks",
                levels(book) < 2 ? Double.NaN : Math.abs(prices[1] - prices[0]) / (double) RandomMarket.TICK);
        boolean ten = levels(book) >= 10;
        double all = ten ? total(quantities, 10) : Double.NaN;
        present(side + "_top_share_10", quantities[0] / all);
        double centre = 0;
        double shape = 0;
        for (int i = 0; ten && i < 10; i++) {
            centre += quantities[i] / all * Math.abs(prices[i] - prices[0]);
            shape += total(quantities, i + 1) / all / 10;
        }
        present(side + "_centre_10_bps", ten ? centre / mid(book) * 1e4 : Double.NaN);
        present(side + "_shape_10", ten ? shape : Double.NaN);
        double spreads = ten ? Math.abs(prices[9] - prices[0]) / spread(book) : Double.NaN;
        present(side + "_slope_10", (all / quantities[0] - 1) / spreads);
        present(side + "_convexity_10", ten ? (all - 2 * total(quantities, 5)) / all : Double.NaN);
    }

    private void flow() {
        for (int depth : new int[]{5, 10}) {
            List<Point> flow = new ArrayList<>();
            for (Change change : books) {
                double sum = 0;
                for (int k = 0; k < Math.min(depth, common(change)); k++) {
                    sum += TopReference.flowOf(level(change.before(), k), level(change.after(), k));
                }
                flow.add(new Point(change.after().timeNs(), sum));
            }
            for (String window : List.of("100ms", "1s", "10s")) {
                put("ofi_" + depth + "_levels_" + window, window, netShare(flow, window));
            }
        }
    }

    private void levelFlow() {
        for (int level = 2; level <= 5; level++) {
            List<Point> flow = new ArrayList<>();
            for (Change change : books) {
                if (common(change) >= level) {
                    flow.add(new Point(change.after().timeNs(), TopReference
                            .flowOf(level(change.before(), level - 1), level(change.after(), level - 1))));
                }
            }
            put("ofi_level_" + level + "_1s", "1s", netShare(flow, "1s"));
        }
    }

    private double netShare(List<Point> flow, String window) {
        List<Point> moves = nonzero(flow);
        return fresh(moves, window, ratio(moves, map(moves, Math::abs), window));
    }

    private static int common(Change change) {
        return change.before() == null ? 0 : Math.min(levels(change.before()), levels(change.after()));
    }

    private static Seen level(Seen book, int k) {
        return new Seen(book.timeNs(), true, true, true, book.bids()[k], book.bidQuantities()[k], book.asks()[k],
                book.askQuantities()[k], false, null, null, null, null, false, 0, 0, 0, null, null);
    }
}
