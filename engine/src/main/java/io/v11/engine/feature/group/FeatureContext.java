package io.v11.engine.feature.group;

import io.v11.config.Instrument;

/**
 * What the groups of one instrument are built from.
 *
 * @param instrument whose market it is
 */
public record FeatureContext(Instrument instrument) {
    /** Price step, E8. */
    public long tickE8() {
        return instrument.tickSize().e8();
    }
}
