package io.v11.engine.feature;

import java.util.ArrayList;
import java.util.List;

/** Batch reference of VPIN: volume cut into buckets, period by period. */
final class VolumeClockReference extends Reference {
    private static final long PERIOD_NS = 300 * SEC;

    /** A full bucket: when it was, and the net part of its volume. */
    private final List<Point> buckets = new ArrayList<>();

    VolumeClockReference(List<Seen> past) {
        super(past);
        List<Seen> trades = past.stream().filter(Seen::trade).toList();
        for (int i = 0; i < trades.size();) {
            long period = Math.floorDiv(trades.get(i).timeNs(), PERIOD_NS);
            int end = i;
            while (end < trades.size() && Math.floorDiv(trades.get(end).timeNs(), PERIOD_NS) == period) {
                end++;
            }
            cut(trades.subList(0, i), trades.subList(i, end));
            i = end;
        }
        put("vpin_50", mean(50, true));
        put("vpin_10", mean(10, true));
        put("bucket_flow_10", mean(10, false));
    }

    private void cut(List<Seen> before, List<Seen> trades) {
        long startNs = trades.getFirst().timeNs();
        if (startNs - past.getFirst().timeNs() < PERIOD_NS || before.isEmpty()
                || startNs - before.getLast().timeNs() > 12 * PERIOD_NS) {
            return;
        }
        double size = 0;
        for (Seen trade : before) {
            size += trade.quantity() * weight(startNs - trade.timeNs(), "300s") / 50;
        }
        double filled = 0;
        double net = 0;
        for (Seen trade : trades) {
            double left = trade.quantity();
            for (int full = 0; full < 50 && filled + left >= size; full++) {
                left -= size - filled;
                buckets.add(new Point(trade.timeNs(), (net + trade.sign() * (size - filled)) / size));
                filled = 0;
                net = 0;
            }
            if (filled + left < size) {
                filled += left;
                net += trade.sign() * left;
            }
        }
    }

    private double mean(int count, boolean absolute) {
        if (buckets.size() < count) {
            return Double.NaN;
        }
        List<Point> last = buckets.subList(buckets.size() - count, buckets.size());
        double mean = last.stream().mapToDouble(b -> absolute ? Math.abs(b.value()) : b.value()).average()
                .orElseThrow();
        return nowNs - last.getFirst().timeNs() <= 3600 * SEC ? mean : Double.NaN;
    }
}
