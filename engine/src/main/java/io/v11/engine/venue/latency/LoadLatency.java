package io.v11.engine.venue.latency;

import io.v11.config.VenueSettings;

/**
 * Grows with the load of market events, as queues before gateways do:
 *
 * <pre>
 *   latency = us + usPerEventPerMs x (events in the last windowMs whole ms) / windowMs
 * </pre>
 */
final class LoadLatency implements LatencyModel {
    private static final long NS_PER_US = 1_000L;

    private final LoadMeter load;
    private final long leastNs;
    private final double nsPerLoad;
    private final int windowMs;

    LoadLatency(VenueSettings.Latency settings, LoadMeter load) {
        this.load = load;
        this.leastNs = Math.multiplyExact(settings.us(), NS_PER_US);
        this.nsPerLoad = settings.usPerEventPerMs() * NS_PER_US;
        this.windowMs = settings.windowMs();
    }

    @Override
    public long latencyNs(long id, long timeNs) {
        return leastNs + (long) (nsPerLoad * load.perMs(timeNs, windowMs));
    }

    @Override
    public long minimumNs() {
        return leastNs;
    }
}
