package io.v11.engine.feature.group;

import java.util.List;

import io.v11.config.Instrument;
import io.v11.engine.feature.shared.Surroundings;

/**
 * What the groups of one instrument are built from.
 *
 * @param instrument   whose market it is
 * @param surroundings what it shares with the other instruments of the stage
 */
public record FeatureContext(Instrument instrument, Surroundings surroundings) {
    /** An instrument that is alone in the world. */
    public FeatureContext(Instrument instrument) {
        this(instrument, new Surroundings(List.of(instrument)));
    }

    /** Price step, E8. */
    public long tickE8() {
        return instrument.tickSize().e8();
    }
}
