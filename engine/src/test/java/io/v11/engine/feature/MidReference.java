package io.v11.engine.feature;

import java.util.ArrayList;
import java.util.List;

/** Batch reference of the groups that look at the mid only, from the formulas in docs/features.md. */
final class MidReference extends Reference {
    MidReference(List<Seen> past) {
        super(past);
        if (!changes.isEmpty()) {
            returns();
            moves();
        }
    }

    /** The mid in force at a time, NaN before the first. */
    private double midAt(long timeNs) {
        double mid = Double.NaN;
        for (Change change : changes) {
            if (change.after().timeNs() < timeNs) {
                mid = change.after().mid();
            }
        }
        return mid;
    }

    private double since(String window) {
        long cellNs = window.equals("60s") ? SEC / 10 : SEC / 100;
        long cell = Math.floorDiv(nowNs - WINDOWS.get(window), cellNs) * cellNs;
        double before = midAt(cell);
        return (changes.getLast().after().mid() - before) / before * 1e4;
    }

    private void returns() {
        List<Point> squares = new ArrayList<>();
        List<Point> up = new ArrayList<>();
        for (Change change : changes) {
            if (change.midMoved()) {
                double move = (change.after().mid() / change.before().mid() - 1) * 1e4;
                squares.add(new Point(change.after().timeNs(), move * move));
                up.add(new Point(change.after().timeNs(), move * Math.abs(move)));
            }
        }
        for (String window : List.of("100ms", "1s", "10s", "60s")) {
            put("ret_" + window + "_bps", quoted(since(window)));
        }
        for (String window : List.of("1s", "10s", "60s", "300s")) {
            put("rv_" + window, window, volatility(squares, window));
        }
        double minute = volatility(squares, "60s");
        double slow = volatility(squares, "300s");
        put("rv_1s_vs_60s", "60s", fresh(squares, "60s", contrast(volatility(squares, "1s"), minute)));
        put("rv_10s_vs_300s", "300s", fresh(squares, "300s", contrast(volatility(squares, "10s"), slow)));
        put("up_variance_60s", "60s", fresh(squares, "60s", ratio(up, squares, "60s")));
        put("ret_1s_z", "60s", quoted(fresh(squares, "60s", since("1s") / minute)));
        put("ret_10s_z", "300s", quoted(fresh(squares, "300s", since("10s") / slow / Math.sqrt(10))));
        put("ret_60s_z", "300s", quoted(fresh(squares, "300s", since("60s") / slow / Math.sqrt(60))));
    }

    private double volatility(List<Point> squares, String window) {
        return Math.sqrt(sum(squares, window) / (WINDOWS.get(window) / 1e9));
    }

    private void moves() {
        List<Point> signs = new ArrayList<>();
        List<Point> pairs = new ArrayList<>();
        double lastBps = Double.NaN;
        for (Change change : changes) {
            if (change.midMoved()) {
                double before = signs.isEmpty() ? 0 : signs.getLast().value();
                pairs.add(new Point(change.after().timeNs(), before * change.sign()));
                signs.add(new Point(change.after().timeNs(), change.sign()));
                lastBps = (change.after().mid() / change.before().mid() - 1) * 1e4;
            }
        }
        int run = 0;
        for (int i = signs.size() - 1; i >= 0 && signs.get(i).value() == signs.getLast().value()
                && nowNs - signs.get(i).timeNs() <= 600 * SEC; i--) {
            run++;
        }
        long lastNs = signs.isEmpty() ? 0 : signs.getLast().timeNs();
        double last = signs.isEmpty() ? Double.NaN : signs.getLast().value();
        List<Point> ones = map(signs, sign -> 1);
        put("last_move_sign", horizon(lastNs, last));
        put("last_move_bps", horizon(lastNs, lastBps));
        put("move_run", horizon(lastNs, last * Math.min(run, 50)));
        for (String window : List.of("1s", "10s", "60s")) {
            put("move_balance_" + window, window, fresh(signs, window, ratio(signs, ones, window)));
        }
        put("move_continuation_60s", "60s", fresh(signs, "60s", ratio(pairs, ones, "60s")));
        put("move_rate_10s", "10s", sum(ones, "10s") / 10);
        put("move_rate_10s_vs_300s", "300s",
                fresh(ones, "300s", contrast(sum(ones, "10s") / 10, sum(ones, "300s") / 300)));
    }
}
