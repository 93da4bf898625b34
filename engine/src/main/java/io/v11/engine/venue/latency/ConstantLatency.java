package io.v11.engine.venue.latency;

/** The same for every message. */
final class ConstantLatency implements LatencyModel {
    private static final long NS_PER_US = 1_000L;

    private final long latencyNs;

    ConstantLatency(long us) {
        latencyNs = Math.multiplyExact(us, NS_PER_US);
    }

    @Override
    public long latencyNs(long id, long timeNs) {
        return latencyNs;
    }

    @Override
    public long minimumNs() {
        return latencyNs;
    }
}
