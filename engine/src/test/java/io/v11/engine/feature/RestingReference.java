package io.v11.engine.feature;

import java.util.ArrayList;
import java.util.List;

/** Batch reference of what trades tell about resting orders: several levels swept, more traded than was shown. */
final class RestingReference extends Reference {
    RestingReference(List<Seen> past) {
        super(past);
        sweeps();
        icebergs();
    }

    private void sweeps() {
        List<Point> swept = new ArrayList<>();
        List<Point> volume = new ArrayList<>();
        Seen first = null;
        Long sweepNs = null;
        for (Seen trade : past.stream().filter(Seen::trade).toList()) {
            boolean runs = first != null && first.sign() == trade.sign()
                    && trade.timeNs() - first.timeNs() <= 1_000_000;
            first = runs ? first : trade;
            boolean beyond = trade.sign() * (trade.price() - first.price()) > 0;
            sweepNs = beyond ? (Long) trade.timeNs() : sweepNs;
            swept.add(new Point(trade.timeNs(), beyond ? trade.sign() * trade.quantity() : 0));
            volume.add(new Point(trade.timeNs(), trade.quantity()));
        }
        for (String window : List.of("1s", "10s")) {
            put("sweep_" + window, window, fresh(volume, window, ratio(swept, volume, window)));
        }
        put("since_sweep", age(sweepNs));
    }

    private void icebergs() {
        if (changes.isEmpty()) {
            return;
        }
        put("bid_iceberg", "10s", quoted(contrast(traded(past.size(), -1), shown(past.size(), -1))));
        put("ask_iceberg", "10s", quoted(contrast(traded(past.size(), 1), shown(past.size(), 1))));
        List<Point> hidden = new ArrayList<>();
        List<Point> volume = new ArrayList<>();
        for (int i = 0; i < past.size(); i++) {
            Seen seen = past.get(i);
            if (seen.trade()) {
                double part = 0;
                if (seen.topValid() && seen.price() == best(seen, seen.sign())) {
                    double beyond = traded(i + 1, seen.sign()) - shown(i + 1, seen.sign());
                    part = -seen.sign() * Math.max(0, Math.min(seen.quantity(), beyond));
                }
                hidden.add(new Point(seen.timeNs(), part));
                volume.add(new Point(seen.timeNs(), seen.quantity()));
            }
        }
        put("iceberg_net_60s", "60s", fresh(volume, "60s", ratio(hidden, volume, "60s")));
    }

    /** The price that a taker of the side trades at. */
    private static double best(Seen seen, int sign) {
        return sign > 0 ? seen.ask() : seen.bid();
    }

    /** First event since which the best price that takers of the side meet is what it was after {@code count} events. */
    private int since(int count, int sign) {
        int first = -1;
        double price = Double.NaN;
        for (int i = 0; i < count; i++) {
            Seen seen = past.get(i);
            boolean fresh = i == 0 || !past.get(i - 1).topValid();
            if (seen.topChanged() && (fresh || best(seen, sign) != price)) {
                first = i;
                price = best(seen, sign);
            }
        }
        return first;
    }

    private double traded(int count, int sign) {
        double sum = 0;
        for (int i = since(count, sign); i < count; i++) {
            Seen seen = past.get(i);
            if (seen.trade() && seen.topValid() && seen.sign() == sign && seen.price() == best(seen, sign)) {
                sum += seen.quantity() * weight(past.get(count - 1).timeNs() - seen.timeNs(), "10s");
            }
        }
        return sum;
    }

    private double shown(int count, int sign) {
        long endNs = past.get(count - 1).timeNs();
        double average = Double.NaN;
        double held = 0;
        long fromNs = endNs;
        for (int i = since(count, sign); i < count; i++) {
            Seen seen = past.get(i);
            if (seen.topChanged()) {
                double quantity = sign > 0 ? seen.askQuantity() : seen.bidQuantity();
                if (Double.isNaN(average)) {
                    average = quantity * weight(endNs - seen.timeNs(), "10s");
                } else {
                    average += held * (weight(endNs - seen.timeNs(), "10s") - weight(endNs - fromNs, "10s"));
                }
                held = quantity;
                fromNs = seen.timeNs();
            }
        }
        return average + held * (1 - weight(endNs - fromNs, "10s"));
    }
}
