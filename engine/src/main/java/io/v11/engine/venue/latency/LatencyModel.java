package io.v11.engine.venue.latency;

import io.v11.config.VenueSettings;

/** How long one message is under way. Confined to the ingest thread; allocates nothing after construction. */
public interface LatencyModel {
    /**
     * @param id     tells the message from others: equal messages take equally long in every play
     * @param timeNs event time at which it leaves
     */
    long latencyNs(long id, long timeNs);

    /** No message takes less, ns. */
    long minimumNs();

    /** The model that the settings name; reads the file of an empirical one. */
    static LatencyModel of(VenueSettings.Latency settings, LoadMeter load) {
        return switch (settings.model()) {
            case CONSTANT -> new ConstantLatency(settings.us());
            case EMPIRICAL -> EmpiricalLatency.read(settings.file(), settings.seed());
            case LOAD -> new LoadLatency(settings, load);
        };
    }
}
