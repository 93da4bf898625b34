package io.v11.engine.venue.queue;

import io.v11.config.VenueSettings;

/** What a change of a level's displayed quantity means for an order in its queue. Stateless; allocates nothing. */
public interface QueueModel {
    /** The level displays this much now; not to be told while it is not known. */
    void onDisplayed(QueuePosition position, long displayedE8);

    /** False: displayed quantities mean nothing to it and need not be told. */
    default boolean looksAtLevels() {
        return true;
    }

    /** The model that the settings name. */
    static QueueModel of(VenueSettings.Queue settings) {
        double n = settings.exponent();
        return switch (settings.model()) {
            case TRADES -> new TradesQueue();
            case RISK_AVERSE -> new RiskAverseQueue();
            case LOG -> new ProbabilityQueue(BehindProbability.log());
            case LOG2 -> new ProbabilityQueue(BehindProbability.log2());
            case POWER -> new ProbabilityQueue(BehindProbability.power(n));
            case POWER2 -> new ProbabilityQueue(BehindProbability.power2(n));
            case POWER3 -> new ProbabilityQueue(BehindProbability.power3(n));
        };
    }
}
